using System;
using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly IDictionary<TKey, TValue> _innerDictionary;
    private bool _isReadOnly;

    protected DataCollection()
    {
        _innerDictionary = new Dictionary<TKey, TValue>();
    }

    protected DataCollection(IDictionary<TKey, TValue> dictionary)
    {
        _innerDictionary = dictionary;
    }

    public int Count => _innerDictionary.Count;

    public ICollection<TKey> Keys => _innerDictionary.Keys;

    public ICollection<TValue> Values => _innerDictionary.Values;

    public virtual bool IsReadOnly
    {
        get => _isReadOnly;
        internal set => _isReadOnly = value;
    }

    public virtual TValue this[TKey key]
    {
        get => _innerDictionary[key];
        set
        {
            CheckIsReadOnly();
            _innerDictionary[key] = value;
        }
    }

    public void Add(KeyValuePair<TKey, TValue> item)
    {
        CheckIsReadOnly();
        _innerDictionary.Add(item);
    }

    public virtual void Add(TKey key, TValue value)
    {
        CheckIsReadOnly();
        _innerDictionary.Add(key, value);
    }

    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        CheckIsReadOnly();
        if (items == null)
        {
            return;
        }

        foreach (KeyValuePair<TKey, TValue> item in items)
        {
            _innerDictionary.Add(item);
        }
    }

    public virtual void Clear()
    {
        CheckIsReadOnly();
        _innerDictionary.Clear();
    }

    public bool Contains(TKey key) => _innerDictionary.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> key) => _innerDictionary.Contains(key);

    public bool ContainsKey(TKey key) => _innerDictionary.ContainsKey(key);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => _innerDictionary.CopyTo(array, arrayIndex);

    public virtual bool Remove(TKey key)
    {
        CheckIsReadOnly();
        return _innerDictionary.Remove(key);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        CheckIsReadOnly();
        return _innerDictionary.Remove(item);
    }

    public bool TryGetValue(TKey key, out TValue value) => _innerDictionary.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _innerDictionary.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _innerDictionary.GetEnumerator();

    private void CheckIsReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The collection is read-only.");
        }
    }
}
