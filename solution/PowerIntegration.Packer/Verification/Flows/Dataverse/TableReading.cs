using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>Makes the Web API's view of a table from its source.</summary>
internal static class TableReading
{
    private static readonly ValueShape Id = new ScalarShape(ScalarKind.Id);
    private static readonly ValueShape Moment = new ScalarShape(ScalarKind.Moment);

    /// <summary>What flows may read and write of a table.</summary>
    /// <param name="catalogue">The solutions, for the relationships.</param>
    /// <param name="choices">Global choices by name.</param>
    /// <param name="table">Source of the table.</param>
    public static TableModel Of(Catalogue catalogue, ILookup<string, SourceElement> choices, TableSource table)
    {
        ColumnModel[] own = [.. table.Columns.Select(column => Column(choices, column)).Where(column => column.Name.Length > 0)];
        return new TableModel(
            table.LogicalName,
            table.SetName,
            [.. own.Concat(OfThePlatform(table.IsUserOwned)).DistinctBy(column => column.Name)],
            [.. catalogue.All("Other/Relationships", ".xml").SelectMany(file => Navigations(file, table.LogicalName))]
        );
    }

    private static ColumnModel Column(ILookup<string, SourceElement> choices, SourceElement column)
    {
        string name = column.Text("LogicalName");
        bool isLookup = column.Text("Type") is "lookup" or "owner" or "customer";
        return new ColumnModel(
            isLookup ? $"_{name}_value" : name,
            ShapeOf(choices, column),
            column.Text("ValidForCreateApi") == "1",
            column.Text("ValidForUpdateApi") == "1",
            column.Text("RequiredLevel") is "required" or "systemrequired"
        );
    }

    private static ValueShape ShapeOf(ILookup<string, SourceElement> choices, SourceElement column) =>
        column.Text("Type") switch
        {
            "lookup" or "owner" or "customer" or "primarykey" or "uniqueidentifier" => Id,
            "nvarchar" or "ntext" or "multiselectpicklist" => ValueShape.Text,
            "int" or "bigint" => ValueShape.Whole,
            "decimal" or "money" or "float" => ValueShape.Number,
            "bit" => ValueShape.Flag,
            "datetime" when column.Text("Behavior") == "2" => new ScalarShape(ScalarKind.Date),
            "datetime" => Moment,
            "picklist" or "state" or "status" => new ScalarShape(ScalarKind.Whole, Options(choices, column)),
            _ => ValueShape.Unknown,
        };

    private static string[] Options(ILookup<string, SourceElement> choices, SourceElement column)
    {
        IEnumerable<SourceElement> sets = column.Element.Elements("optionset").Select(column.At).Concat(choices[column.Text("OptionSetName")]);
        return
        [
            .. sets.SelectMany(set =>
                    set.Element.Descendants("option").Concat(set.Element.Descendants("state")).Concat(set.Element.Descendants("status"))
                )
                .Select(option => option.Attribute("value")?.Value ?? ""),
        ];
    }

    /// <summary>What the platform adds to every table that a solution makes.</summary>
    /// <param name="isUserOwned">True where rows have an owner.</param>
    public static IEnumerable<ColumnModel> OfThePlatform(bool isUserOwned)
    {
        string[] people = ["createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby"];
        string[] owners = isUserOwned ? ["ownerid", "owninguser", "owningteam", "owningbusinessunit"] : ["organizationid"];
        return
        [
            .. people.Concat(owners).Select(name => new ColumnModel($"_{name}_value", Id, name == "ownerid", name == "ownerid")),
            new("createdon", Moment, false, false),
            new("modifiedon", Moment, false, false),
            new("overriddencreatedon", Moment, true, false),
            new("statecode", new ScalarShape(ScalarKind.Whole, ["0", "1"]), false, true),
            new("statuscode", new ScalarShape(ScalarKind.Whole, ["1", "2"]), true, true),
            new("versionnumber", ValueShape.Whole, false, false),
            new("importsequencenumber", ValueShape.Whole, true, false),
            new("timezoneruleversionnumber", ValueShape.Whole, true, true),
            new("utcconversiontimezonecode", ValueShape.Whole, true, true),
        ];
    }

    private static IEnumerable<NavigationModel> Navigations(SourceElement file, string table) =>
        file
            .Element.Elements("EntityRelationship")
            .Select(file.At)
            .Where(relationship => relationship.Text("EntityRelationshipType") == "OneToMany")
            .SelectMany(relationship =>
                new[]
                {
                    Navigation(relationship, "1", "ReferencingEntityName", "ReferencedEntityName", table),
                    Navigation(relationship, "0", "ReferencedEntityName", "ReferencingEntityName", table),
                }
            )
            .OfType<NavigationModel>();

    // Role 1 is the side of the lookup, role 0 that of the rows that refer to it.
    private static NavigationModel? Navigation(SourceElement relationship, string role, string from, string to, string table)
    {
        string? name = relationship
            .Element.Descendants("EntityRelationshipRole")
            .Select(relationship.At)
            .FirstOrDefault(side => side.Text("RelationshipRoleType") == role)
            ?.Child("NavigationPropertyName");
        return name is not null && LogicalName.Of(relationship.Text(from)) == table
            ? new NavigationModel(name, LogicalName.Of(relationship.Text(to)), role == "0")
            : null;
    }
}
