"""The workbooks that people fill in: blank response sheets and the self-assessment."""
