using System.Collections;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly IDictionary<TKey, TValue> innerDictionary;
    private bool isReadOnly;

    protected internal DataCollection()
    {
        innerDictionary = new Dictionary<TKey, TValue>();
    }

    protected internal DataCollection(IDictionary<TKey, TValue> collection)
    {
        innerDictionary = collection;
    }

    public int Count => innerDictionary.Count;

    public ICollection<TKey> Keys => innerDictionary.Keys;

    public ICollection<TValue> Values => innerDictionary.Values;

    public virtual bool IsReadOnly
    {
        get => isReadOnly;
        internal set => isReadOnly = value;
    }

    public virtual TValue this[TKey key]
    {
        get => innerDictionary[key];
        set
        {
            CheckIsReadOnly();
            innerDictionary[key] = value;
        }
    }

    public void Add(KeyValuePair<TKey, TValue> item)
    {
        CheckIsReadOnly();
        innerDictionary.Add(item);
    }

    public void Add(TKey key, TValue value)
    {
        CheckIsReadOnly();
        innerDictionary.Add(key, value);
    }

    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        if (items == null)
        {
            return;
        }

        CheckIsReadOnly();
        foreach (KeyValuePair<TKey, TValue> item in items)
        {
            innerDictionary.Add(item);
        }
    }

    public void Clear()
    {
        CheckIsReadOnly();
        innerDictionary.Clear();
    }

    public bool Contains(TKey key) => innerDictionary.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> key) => innerDictionary.Contains(key);

    public bool ContainsKey(TKey key) => innerDictionary.ContainsKey(key);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => innerDictionary.CopyTo(array, arrayIndex);

    public bool Remove(TKey key)
    {
        CheckIsReadOnly();
        return innerDictionary.Remove(key);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        CheckIsReadOnly();
        return innerDictionary.Remove(item);
    }

    public bool TryGetValue(TKey key, out TValue value) => innerDictionary.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => innerDictionary.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => innerDictionary.GetEnumerator();

    private void CheckIsReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The collection is read-only.");
        }
    }
}
