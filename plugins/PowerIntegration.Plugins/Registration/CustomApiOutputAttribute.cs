namespace PowerIntegration.Plugins.Registration;

/// <summary>A response property of the custom API that the class implements.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CustomApiOutputAttribute : Attribute
{
    /// <summary>Names the property and its type.</summary>
    public CustomApiOutputAttribute(string name, CustomApiFieldType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>Unique name of the property.</summary>
    public string Name { get; }

    /// <summary>Type of the property.</summary>
    public CustomApiFieldType Type { get; }
}
