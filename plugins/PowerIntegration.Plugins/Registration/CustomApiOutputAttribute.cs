namespace PowerIntegration.Plugins.Registration;

/// <summary>A response property of the custom API that the class implements, or of every custom API that answers through the class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CustomApiOutputAttribute : Attribute
{
    /// <summary>Names the property, its type and its meaning.</summary>
    public CustomApiOutputAttribute(string name, CustomApiFieldType type, string description)
    {
        Name = name;
        Type = type;
        Description = description;
    }

    /// <summary>Unique name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the property.</summary>
    public CustomApiFieldType Type { get; }

    /// <summary>What it says, for those who build flows.</summary>
    public string Description { get; }
}
