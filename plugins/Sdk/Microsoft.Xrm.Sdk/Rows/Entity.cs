using System.ComponentModel;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Entity", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class Entity : IExtensibleDataObject
{
    private string logicalName;
    private AttributeCollection attributes;
    private FormattedValueCollection formattedValues;
    private RelatedEntityCollection relatedEntities;
    private KeyAttributeCollection keyAttributes;

    public Entity()
        : this(null) { }

    public Entity(string entityName)
    {
        logicalName = entityName;
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
        this.keyAttributes = keyAttributes;
    }

    [DataMember]
    public string LogicalName
    {
        get => logicalName;
        set => logicalName = value;
    }

    [DataMember]
    public virtual Guid Id { get; set; }

    [DataMember]
    public AttributeCollection Attributes
    {
        get => attributes ??= new AttributeCollection();
        set => attributes = value;
    }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => formattedValues ??= new FormattedValueCollection();
        internal set => formattedValues = value;
    }

    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => relatedEntities ??= new RelatedEntityCollection();
        internal set => relatedEntities = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => this.keyAttributes ??= new KeyAttributeCollection();
        set => this.keyAttributes = value;
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

    public bool TryGetAttributeValue<T>(string attributeKey, out T result)
    {
        result = default;
        if (string.IsNullOrWhiteSpace(attributeKey) || !Attributes.TryGetValue(attributeKey, out object found) || found == null)
        {
            return false;
        }

        if (found is T typed)
        {
            result = typed;
            return true;
        }

        return TryConvert(found, out result);
    }

    public EntityReference ToEntityReference() => new EntityReference(LogicalName, Id) { RowVersion = RowVersion };

    public T ToEntity<T>()
        where T : Entity
    {
        if (typeof(T) == typeof(Entity))
        {
            var copy = new Entity();
            ShallowCopyTo(copy);
            return (T)copy;
        }

        CheckCanBecome(typeof(T));
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
        target.Attributes = Attributes;
        target.FormattedValues = FormattedValues;
        target.RelatedEntities = RelatedEntities;
        target.KeyAttributes = KeyAttributes;
        target.ExtensionData = ExtensionData;
    }

    /// <summary>A text that reads as a number is a number, and so on; what cannot be converted is no value.</summary>
    private static bool TryConvert<T>(object value, out T result)
    {
        try
        {
            result = (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFrom(value);
            return true;
        }
        catch (Exception failure) when (failure is NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            result = default;
            return false;
        }
    }

    private void CheckCanBecome(Type type)
    {
        if (string.IsNullOrWhiteSpace(LogicalName))
        {
            throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
        }

        var name = (EntityLogicalNameAttribute)Attribute.GetCustomAttribute(type, typeof(EntityLogicalNameAttribute), inherit: true);
        if (name?.LogicalName != LogicalName)
        {
            throw new NotSupportedException(
                name == null
                    ? $"Entity '{LogicalName}' cannot become {type}, which has no EntityLogicalNameAttribute."
                    : $"Entity '{LogicalName}' cannot become {type}, which is of entity '{name.LogicalName}'."
            );
        }
    }
}
