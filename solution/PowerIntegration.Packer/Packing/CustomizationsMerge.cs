using System.Xml.Linq;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>Puts the files of an unpacked solution back into the one customizations.xml that a package has.</summary>
internal static class CustomizationsMerge
{
    /// <summary>The merged root; what Customizations.xml says itself, such as connection references, stays.</summary>
    public static XElement Merge(UnpackedSolution solution, PackageKind kind)
    {
        bool managed = kind == PackageKind.Managed;
        XElement root = new(solution.Customizations.Element);
        foreach (ComponentSlot slot in ComponentSlot.All)
        {
            foreach (SourceElement source in MergedFiles.Of(solution, slot, managed))
            {
                XElement target = root.Element(slot.Slot)!;
                foreach (XElement component in slot.ComponentsIn(source.Element))
                {
                    target.Add(slot.Folder == "Entities" ? WithParts(solution, source, managed) : WithoutNamespaces(component));
                }
            }
        }

        return root;
    }

    private static XElement WithParts(UnpackedSolution solution, SourceElement table, bool managed)
    {
        string folder = FileName.WithoutEnding(table.File, "/Entity.xml");
        XElement copy = WithoutNamespaces(table.Element);
        AddForms(copy, [.. MergedFiles.Of(solution, folder, TablePart.Forms, managed)]);
        AddViews(copy, [.. MergedFiles.Of(solution, folder, TablePart.Views, managed)]);
        foreach (SourceElement chart in MergedFiles.Of(solution, folder, TablePart.Charts, managed))
        {
            Slot(copy, TablePart.Charts).Add(WithoutNamespaces(chart.Element));
        }

        foreach (SourceElement ribbon in MergedFiles.Of(solution, folder, TablePart.Ribbon, managed))
        {
            Slot(copy, TablePart.Ribbon).Add(ribbon.Element.Elements().Select(WithoutNamespaces));
        }

        return copy;
    }

    // One wrapper for each type of form, which in the source is the folder that the file lies in.
    private static void AddForms(XElement table, SourceElement[] forms)
    {
        foreach (IGrouping<string, SourceElement> type in forms.GroupBy(form => form.File.Split('/')[^2]))
        {
            Slot(table, TablePart.Forms)
                .Add(
                    new XElement(
                        "forms",
                        new XAttribute("type", type.Key),
                        type.SelectMany(form => form.Element.Elements()).Select(WithoutNamespaces)
                    )
                );
        }
    }

    private static void AddViews(XElement table, SourceElement[] views)
    {
        if (views.Length > 0)
        {
            Slot(table, TablePart.Views)
                .Add(new XElement(TablePart.Views.Root, views.SelectMany(view => view.Element.Elements()).Select(WithoutNamespaces)));
        }
    }

    private static XElement Slot(XElement table, TablePart part) => table.Element(part.Slot)!;

    // The root declares xsi once; the same declaration on a thousand children would only be noise.
    private static XElement WithoutNamespaces(XElement element)
    {
        XElement copy = new(element);
        copy.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return copy;
    }
}
