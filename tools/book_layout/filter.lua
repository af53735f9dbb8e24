-- What the manual needs beside what its Markdown says: for the page, and for the typesetter.

-- The list of contents written by hand: both forms have one of their own.
function Para(block)
  if block.content[1] and block.content[1].text == "Isi:" then return {} end
end

-- Marks of the tools that write parts of the Markdown.
function RawBlock() return {} end

-- A wide table of the page scrolls by itself; one of the PDF is set flush left.
function Table(block)
  if FORMAT:match("html") then return pandoc.Div(block, pandoc.Attr("", { "gulir" })) end
  for _, column in ipairs(block.colspecs) do column[1] = "AlignLeft" end
  return block
end

-- PDF/UA wants every picture described, which Pandoc leaves out.
function Image(picture)
  if FORMAT == "typst" then
    local said = pandoc.utils.stringify(picture.caption):gsub('[\\"]', "\\%0")
    return pandoc.RawInline("typst", string.format('#image("%s", alt: "%s")', picture.src, said))
  end
end
