namespace PowerIntegration.Packer.Sources;

/// <summary>One table as its Entity.xml describes it.</summary>
public sealed class TableSource
{
    /// <summary>Reads the table from the root of its Entity.xml.</summary>
    public TableSource(SourceElement root)
    {
        Entity = root.At(root.Element.Element("EntityInfo")?.Element("entity") ?? root.Element);
        SchemaName = root.Element.Element("EntityInfo")?.Element("entity") is null ? root.Text("Name") : Entity.Attribute("Name");
        Columns = [.. (Entity.Element.Element("attributes")?.Elements("attribute") ?? []).Select(Entity.At)];
    }

    /// <summary>The element entity.</summary>
    public SourceElement Entity { get; }

    /// <summary>Schema name, such as pint_Document.</summary>
    public string SchemaName { get; }

    /// <summary>Logical name, such as pint_document.</summary>
    public string LogicalName => Sources.LogicalName.Of(SchemaName);

    /// <summary>Set name, such as pint_documents.</summary>
    public string SetName => Entity.Text("EntitySetName");

    /// <summary>True where rows have an owner.</summary>
    public bool IsUserOwned => Entity.Text("OwnershipTypeMask") == "UserOwned";

    /// <summary>The columns.</summary>
    public IReadOnlyList<SourceElement> Columns { get; }

    /// <summary>The column of this logical name, or null.</summary>
    public SourceElement? Column(string logicalName) =>
        Columns.FirstOrDefault(column => string.Equals(column.Text("LogicalName"), logicalName, StringComparison.Ordinal));

    /// <summary>True for a column that the table describes and for one that the server gives it.</summary>
    public bool Has(string logicalName) => Column(logicalName) is not null || StandardColumns.Has(this, logicalName);
}
