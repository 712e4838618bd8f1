namespace PowerIntegration.Plugins.Registration;

/// <summary>A synchronous step of the class; its file in the solution is generated from here.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PluginStepAttribute : Attribute
{
    /// <summary>Names the message, the table and the stage.</summary>
    public PluginStepAttribute(string message, string table, PluginStage stage)
    {
        Message = message;
        Table = table;
        Stage = stage;
    }

    /// <summary>Message, such as <c>Update</c>.</summary>
    public string Message { get; }

    /// <summary>Logical name of the table.</summary>
    public string Table { get; }

    /// <summary>Stage.</summary>
    public PluginStage Stage { get; }

    /// <summary>Columns whose presence in an update calls the step; empty for other messages.</summary>
    /// <value>Empty.</value>
    public string[] FilteringAttributes { get; set; } = [];

    /// <summary>Alias and name of the pre-image; empty where the step has none.</summary>
    /// <value>Empty.</value>
    public string PreImage { get; set; } = "";

    /// <summary>Columns of the pre-image.</summary>
    /// <value>Empty.</value>
    public string[] PreImageAttributes { get; set; } = [];
}
