namespace PowerIntegration.Plugins.Registration;

/// <summary>Says that the class is the main operation (stage 30) of a global custom API; its files in the solution are generated from here.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomApiAttribute : Attribute
{
    /// <summary>Names the custom API, who may call it, and what it does.</summary>
    public CustomApiAttribute(string uniqueName, string executePrivilege, string description)
    {
        UniqueName = uniqueName;
        ExecutePrivilege = executePrivilege;
        Description = description;
    }

    /// <summary>Unique name, with the publisher's prefix; also the message name.</summary>
    public string UniqueName { get; }

    /// <summary>Privilege that a caller must hold.</summary>
    public string ExecutePrivilege { get; }

    /// <summary>What it does, for those who build flows.</summary>
    public string Description { get; }

    /// <summary>Name that people see.</summary>
    /// <value>The words of the unique name.</value>
    public string DisplayName { get; set; } = "";
}
