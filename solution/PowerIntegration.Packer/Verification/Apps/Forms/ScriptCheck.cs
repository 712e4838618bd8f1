using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>Scripts of a form: libraries are web resources, handlers use libraries of the form, events name columns on it.</summary>
internal static class ScriptCheck
{
    private const string ScriptType = "3";

    public static IEnumerable<Finding> Find(AppTargets targets, TableItem form)
    {
        SourceElement[] libraries = [.. form.Source.Below("form", "formLibraries", "Library")];
        string[] names = [.. libraries.Select(library => library.Attribute("name"))];
        return
        [
            .. libraries.SelectMany(library => Library(targets, library)),
            .. libraries
                .GroupBy(library => library.Attribute("name"))
                .SelectMany(group => group.Skip(1))
                .Select(library => library.Says($"The library {library.Attribute("name")} appears twice. Remove one.")),
            .. form
                .Source.Element.Descendants("Handler")
                .Select(form.Source.At)
                .Where(handler => !names.Contains(handler.Attribute("libraryName")))
                .Select(handler =>
                    handler.Says(
                        $"The library '{handler.Attribute("libraryName")}' is not one of the form. Add it to formLibraries, or name one of them."
                    )
                ),
            .. form.Source.Element.Descendants("event").Select(form.Source.At).SelectMany(found => Event(form, found)),
        ];
    }

    private static IEnumerable<Finding> Library(AppTargets targets, SourceElement library)
    {
        string name = library.Attribute("name");
        SourceElement? resource = targets.WebResource(name);
        if (!targets.HasWebResource(name))
        {
            yield return library.Says($"No web resource is named '{name}'. Name a script of the solution.");
        }
        else if (resource is not null && resource.Text("WebResourceType") != ScriptType)
        {
            yield return library.Says($"The web resource {name} is not a script (type {ScriptType}). Name a script of the solution.");
        }
    }

    private static IEnumerable<Finding> Event(TableItem form, SourceElement found)
    {
        string name = found.Attribute("name");
        string column = found.Attribute("attribute");
        if (name == "onchange" && column.Length == 0)
        {
            yield return found.Says("The event onchange belongs to a column. Name it in the attribute 'attribute'.");
        }
        else if (name != "onchange" && column.Length > 0)
        {
            yield return found.Says($"The event {name} belongs to the form, not to a column. Remove the attribute 'attribute'.");
        }
        else if (column.Length > 0 && !OnForm(form).Contains(column))
        {
            yield return found.Says($"The column {column} is not on this form, so its event never happens. Add the column, or remove the event.");
        }
    }

    private static IEnumerable<string> OnForm(TableItem form) =>
        form.Source.Element.Descendants().Select(part => (string?)part.Attribute("datafieldname") ?? "");
}
