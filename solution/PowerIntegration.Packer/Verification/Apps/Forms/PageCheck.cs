using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>A page on a form is a web resource that exists and is a web page, under the id that it has.</summary>
internal static class PageCheck
{
    private const string Mark = "$webresource:";
    private const string WebPage = "1";

    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement control)
    {
        if (control.Below("parameters", "Url").FirstOrDefault() is not { } url || url.Element.Value.Trim().Length == 0)
        {
            return [control.Says("A page on a form names its web resource in parameters/Url, which is missing. Add it.")];
        }

        string name = url.Element.Value.Trim().Replace(Mark, "", StringComparison.Ordinal);
        return !targets.HasWebResource(name) ? [url.Says($"No web resource is named {name}. Name one of the solution.")]
            : targets.WebResource(name) is { } page ? [.. Type(url, name, page), .. Id(control, name, page)]
            : [];
    }

    private static IEnumerable<Finding> Type(SourceElement url, string name, SourceElement page)
    {
        if (page.Text("WebResourceType") != WebPage)
        {
            yield return url.Says($"The web resource {name} is not a web page, and a form shows nothing else here. Name a page.");
        }
    }

    private static IEnumerable<Finding> Id(SourceElement control, string name, SourceElement page) =>
        control
            .Below("parameters", "WebResourceId")
            .Where(id => AppTargets.IdOf(id.Element.Value) != AppTargets.IdOf(page.Text("WebResourceId")))
            .Select(id => id.Says($"The web resource {name} has the id {page.Text("WebResourceId")}. Write that, or remove WebResourceId."));
}
