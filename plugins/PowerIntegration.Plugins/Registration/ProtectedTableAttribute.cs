namespace PowerIntegration.Plugins.Registration;

/// <summary>
/// Says that the class decides every change of the rows of a table. Its steps are generated: on Update of each column that is not refreshable, owner
/// and status included, and on Delete, Assign (where rows have an owner), SetState and SetStateDynamicEntity. A column that is added is protected
/// with them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ProtectedTableAttribute : Attribute
{
    /// <summary>Names the table.</summary>
    public ProtectedTableAttribute(string table) => Table = table;

    /// <summary>Logical name of the table.</summary>
    public string Table { get; }

    /// <summary>Columns that polling refreshes; an update of nothing else does not call the class.</summary>
    /// <value>Empty.</value>
    public string[] Refreshable { get; set; } = [];

    /// <summary>Alias and name of the pre-image of the step on Update; empty where it has none.</summary>
    /// <value>Empty.</value>
    public string PreImage { get; set; } = "";

    /// <summary>Columns of the pre-image.</summary>
    /// <value>Empty.</value>
    public string[] PreImageAttributes { get; set; } = [];
}
