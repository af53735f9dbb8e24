"""One page for the public: a sheet for the notice board in its sizes, a page to embed, a message."""
