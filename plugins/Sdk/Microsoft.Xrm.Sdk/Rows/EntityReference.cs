using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "EntityReference", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public sealed class EntityReference : IExtensibleDataObject
{
    private KeyAttributeCollection keyAttributes;

    public EntityReference() { }

    public EntityReference(string logicalName)
    {
        LogicalName = logicalName;
    }

    public EntityReference(string logicalName, Guid id)
        : this(logicalName)
    {
        Id = id;
    }

    public EntityReference(string logicalName, string keyName, object keyValue)
        : this(logicalName)
    {
        KeyAttributes.Add(keyName, keyValue);
    }

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
        : this(logicalName)
    {
        keyAttributes = keyAttributeCollection;
    }

    [DataMember]
    public Guid Id { get; set; }

    [DataMember]
    public string LogicalName { get; set; }

    [DataMember]
    public string Name { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => keyAttributes ??= new KeyAttributeCollection();
        set => keyAttributes = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    [field: NonSerialized]
    public ExtensionDataObject ExtensionData { get; set; }

    public override bool Equals(object obj) =>
        obj is EntityReference other && string.Equals(LogicalName, other.LogicalName, StringComparison.Ordinal) && Id == other.Id && SameKeys(other);

    public override int GetHashCode()
    {
        int hash = string.IsNullOrEmpty(LogicalName) ? 0 : LogicalName.GetHashCode() ^ Id.GetHashCode();
        return KeyAttributes.Aggregate(hash, (sum, key) => sum ^ key.Key.GetHashCode() ^ key.Value.GetHashCode());
    }

    private bool SameKeys(EntityReference other)
    {
        int mine = keyAttributes == null ? 0 : keyAttributes.Count;
        int theirs = other.keyAttributes == null ? 0 : other.keyAttributes.Count;
        if (mine != theirs)
        {
            return false;
        }

        return mine == 0 || keyAttributes.All(key => other.keyAttributes.TryGetValue(key.Key, out object value) && Equals(key.Value, value));
    }
}
