using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PowerIntegration.Sandbox.Page;

/// <summary>
/// Markdown as approvals show it. Text from a source system never becomes markup of this page, nor an address that a browser would run.
/// </summary>
internal static class PageMarkdown
{
    private static readonly MarkdownPipeline Approval = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The text as HTML: no markup of its own, links to http and https only, pictures as their words.</summary>
    /// <param name="text">The text in Markdown.</param>
    public static string ToHtml(string text)
    {
        var document = Markdown.Parse(text, Approval);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new ContainerInline());
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Approval.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>Whether a page may lead to an address.</summary>
    /// <param name="address">The address.</param>
    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
