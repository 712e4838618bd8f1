namespace PowerIntegration.Plugins.Registration;

/// <summary>A request parameter of the custom API that the class implements.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CustomApiInputAttribute : Attribute
{
    /// <summary>Names the parameter, its type and its meaning.</summary>
    public CustomApiInputAttribute(string name, CustomApiFieldType type, string description)
    {
        Name = name;
        Type = type;
        Description = description;
    }

    /// <summary>Unique name of the parameter.</summary>
    public string Name { get; }

    /// <summary>Type of the parameter.</summary>
    public CustomApiFieldType Type { get; }

    /// <summary>What to pass, for those who build flows.</summary>
    public string Description { get; }

    /// <summary>True where the caller may leave it out.</summary>
    /// <value>False.</value>
    public bool IsOptional { get; set; }
}
