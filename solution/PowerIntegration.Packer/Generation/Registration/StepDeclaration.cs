using PowerIntegration.Packer.Generation.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>One step, as an attribute declares it.</summary>
internal sealed record StepDeclaration
{
    /// <summary>The class that runs.</summary>
    public required PluginClass Class { get; init; }

    /// <summary>The attribute that declares the step, for findings.</summary>
    public required string Attribute { get; init; }

    /// <summary>Message, such as Update.</summary>
    public required string Message { get; init; }

    /// <summary>Logical name of the table.</summary>
    public required string Table { get; init; }

    /// <summary>Stage.</summary>
    public required int Stage { get; init; }

    /// <summary>Columns one of which an update must name; empty for other messages.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Alias of the image of the row before; empty where the step has none.</summary>
    public string Image { get; init; } = "";

    /// <summary>Columns of the image.</summary>
    public IReadOnlyList<string> ImageColumns { get; init; } = [];

    /// <summary>What tells the step from every other; ids are made of it. The namespace is no part of it, so that a class may move.</summary>
    public string Key => $"{Class.Name}/{Message}/{Table}";
}
