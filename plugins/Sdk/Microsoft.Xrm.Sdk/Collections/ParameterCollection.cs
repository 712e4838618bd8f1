using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "ParameterCollection", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[KnownType(nameof(KnownTypes))]
public class ParameterCollection : DataCollection<string, object>
{
    public ParameterCollection() { }

    protected ParameterCollection(IDictionary<string, object> collection)
        : base(collection) { }

    public bool TryGetValue<T>(string key, out T value)
    {
        if (base.TryGetValue(key, out object found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    public void AddOrUpdateIfNotNull(string key, object obj)
    {
        if (obj != null)
        {
            this[key] = obj;
        }
    }

    private static IEnumerable<Type> KnownTypes() => KnownValueTypes.Parameters();
}
