using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Entity", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public class Entity : IExtensibleDataObject
{
    private string _logicalName;
    private AttributeCollection _attributes;
    private FormattedValueCollection _formattedValues;
    private RelatedEntityCollection _relatedEntities;
    private KeyAttributeCollection _keyAttributes;

    public Entity()
        : this(null)
    {
    }

    public Entity(string entityName)
    {
        _logicalName = entityName;
    }

    public Entity(string entityName, Guid id)
        : this(entityName)
    {
        Id = id;
    }

    public Entity(string entityName, string keyName, object keyValue)
        : this(entityName)
    {
        KeyAttributes.Add(keyName, keyValue);
    }

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
        : this(entityName)
    {
        _keyAttributes = keyAttributes;
    }

    [DataMember]
    public string LogicalName
    {
        get => _logicalName;
        set => _logicalName = value;
    }

    [DataMember]
    public virtual Guid Id { get; set; }

    [DataMember]
    public AttributeCollection Attributes
    {
        get => _attributes ??= new AttributeCollection();
        set => _attributes = value;
    }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => _formattedValues ??= new FormattedValueCollection();
        internal set => _formattedValues = value;
    }

    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => _relatedEntities ??= new RelatedEntityCollection();
        internal set => _relatedEntities = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= new KeyAttributeCollection();
        set => _keyAttributes = value;
    }

    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    public virtual T GetAttributeValue<T>(string attributeLogicalName)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName))
        {
            throw new ArgumentNullException(nameof(attributeLogicalName));
        }

        // A present value of another type is an InvalidCastException, as in the platform's assembly; only absence and null give the default.
        return Attributes.TryGetValue(attributeLogicalName, out object value) && value != null ? (T)value : default;
    }

    public bool TryGetAttributeValue<T>(string attributeLogicalName, out T value)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName))
        {
            throw new ArgumentNullException(nameof(attributeLogicalName));
        }

        if (Attributes.TryGetValue(attributeLogicalName, out object found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    public EntityReference ToEntityReference()
    {
        var reference = new EntityReference(LogicalName, Id) { RowVersion = RowVersion };
        if (_keyAttributes != null)
        {
            reference.KeyAttributes.AddRange(_keyAttributes);
        }

        return reference;
    }

    public T ToEntity<T>()
        where T : Entity
    {
        if (typeof(T) == typeof(Entity))
        {
            var copy = new Entity();
            ShallowCopyTo(copy);
            return (T)copy;
        }

        if (string.IsNullOrWhiteSpace(LogicalName))
        {
            throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
        }

        var typed = Activator.CreateInstance<T>();
        ShallowCopyTo(typed);
        return typed;
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName))
        {
            throw new ArgumentNullException(nameof(attributeLogicalName));
        }

        this[attributeLogicalName] = value;
    }

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName))
        {
            throw new ArgumentNullException(nameof(attributeLogicalName));
        }

        return FormattedValues.Contains(attributeLogicalName) ? FormattedValues[attributeLogicalName] : null;
    }

    internal void ShallowCopyTo(Entity target)
    {
        if (target == null || target == this)
        {
            return;
        }

        target.Id = Id;
        target.LogicalName = LogicalName;
        target.EntityState = EntityState;
        target.RowVersion = RowVersion;
        target._attributes = _attributes;
        target._formattedValues = _formattedValues;
        target._relatedEntities = _relatedEntities;
        target._keyAttributes = _keyAttributes;
        target.ExtensionData = ExtensionData;
    }
}
