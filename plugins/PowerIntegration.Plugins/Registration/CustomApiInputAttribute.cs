namespace PowerIntegration.Plugins.Registration;

/// <summary>A request parameter of the custom API that the class implements.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CustomApiInputAttribute : Attribute
{
    /// <summary>Names the parameter and its type.</summary>
    public CustomApiInputAttribute(string name, CustomApiFieldType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>Unique name of the parameter.</summary>
    public string Name { get; }

    /// <summary>Type of the parameter.</summary>
    public CustomApiFieldType Type { get; }

    /// <summary>True where the caller may leave it out.</summary>
    /// <value>False.</value>
    public bool IsOptional { get; set; }
}
