namespace PowerIntegration.Plugins.Registration;

/// <summary>Says that the class is the main operation (stage 30) of a global custom API. A test compares it with the solution's XML.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomApiAttribute : Attribute
{
    /// <summary>Names the custom API.</summary>
    public CustomApiAttribute(string uniqueName) => UniqueName = uniqueName;

    /// <summary>Unique name, with the publisher's prefix; also the message name.</summary>
    public string UniqueName { get; }
}
