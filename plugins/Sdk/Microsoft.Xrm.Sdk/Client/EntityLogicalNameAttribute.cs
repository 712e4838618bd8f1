namespace Microsoft.Xrm.Sdk.Client;

[AttributeUsage(AttributeTargets.Class)]
public sealed class EntityLogicalNameAttribute : Attribute
{
    public EntityLogicalNameAttribute(string logicalName)
    {
        LogicalName = string.IsNullOrWhiteSpace(logicalName) ? throw new ArgumentNullException(nameof(logicalName)) : logicalName;
    }

    public string LogicalName { get; }
}
