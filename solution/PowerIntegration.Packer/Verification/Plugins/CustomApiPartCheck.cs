using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>What custom APIs take and give: shape, names, types.</summary>
internal static class CustomApiPartCheck
{
    // Yes or no, date, decimal, whole number, text and id: what flows write and read without a wrapper.
    private static readonly string[] OwnTypes = ["0", "1", "2", "7", "10", "12"];

    // Row, rows and reference to a row.
    private static readonly string[] RowTypes = ["3", "4", "5"];

    /// <summary>What is wrong with the parameters and properties of a solution.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue, UnpackedSolution solution) =>
        [
            .. Kind(catalogue, solution, "customapirequestparameter", "customapirequestparameters", CustomApiShape.Parameter),
            .. Kind(catalogue, solution, "customapiresponseproperty", "customapiresponseproperties", CustomApiShape.Property),
        ];

    /// <summary>Texts for people that contradict their default.</summary>
    public static IEnumerable<Finding> Texts(SourceElement part) =>
        from text in part.Below("description").Concat(part.Below("displayname"))
        let labels = text.Below("label").ToArray()
        where labels.Length > 0 && labels.All(label => label.Attribute("description") != text.Attribute("default"))
        select text.Says("The default is not the text of any label. Write the same text in the default and in the label of the base language.");

    private static IEnumerable<Finding> Kind(Catalogue catalogue, UnpackedSolution solution, string kind, string folder, ElementShape shape)
    {
        SourceElement[] parts = [.. solution.XmlIn("customapis", $"/{kind}.xml")];
        return
        [
            .. parts.SelectMany(part => ShapeCheck.Find(part, shape, solution.IsOwn)),
            .. parts.SelectMany(part => Folder(solution, part, $"{folder}/{part.Attribute("uniquename")}/{kind}.xml")),
            .. parts.SelectMany(part => Type(catalogue, part, solution.IsOwn)),
            .. parts.SelectMany(Texts),
            .. parts
                .Repeated(part => LogicalName.Of($"{ApiOf(part)}/{part.Attribute("uniquename")}"))
                .Select(part =>
                    part.Says($"The custom API has '{part.Attribute("uniquename")}' twice; names are compared without case. Remove one.")
                ),
        ];
    }

    private static IEnumerable<Finding> Folder(UnpackedSolution solution, SourceElement part, string expected)
    {
        if (part.File != $"customapis/{ApiOf(part)}/{expected}")
        {
            yield return part.Says($"The folder is named after the unique name '{part.Attribute("uniquename")}'. Rename one of the two.");
        }

        if (!solution.Has($"customapis/{ApiOf(part)}/customapi.xml"))
        {
            yield return part.Says($"The folder {ApiOf(part)} has no customapi.xml. Add it, or remove the folder.");
        }

        if (solution.IsOwn && part.Text("name") != part.Attribute("uniquename"))
        {
            yield return part.Says($"The unique name '{part.Attribute("uniquename")}' is the text of name too. Correct the one that differs.");
        }
    }

    private static IEnumerable<Finding> Type(Catalogue catalogue, SourceElement part, bool isOwn)
    {
        string type = part.Text("type");
        string? table = part.Child("logicalentityname");
        if (isOwn && !OwnTypes.Contains(type))
        {
            yield return part.Says($"The type is '{type}'. Flows pass scalars only; write one of {string.Join(", ", OwnTypes)}.");
        }

        if (table is not null && !RowTypes.Contains(type))
        {
            yield return part.Says("Only a row or a reference to a row has a table. Remove logicalentityname.");
        }
        else if (table is not null && Publisher.Owns(table) && catalogue.Table(table) is null)
        {
            yield return part.Says($"The table '{table}' does not exist. Name a table of the solutions in logicalentityname.");
        }
    }

    private static string ApiOf(SourceElement part) => part.File.Split('/')[1];
}
