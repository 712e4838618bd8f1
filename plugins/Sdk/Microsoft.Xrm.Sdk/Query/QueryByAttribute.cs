using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

[DataContract(Name = "QueryByAttribute", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class QueryByAttribute : QueryBase
{
    private DataCollection<string> attributes;
    private DataCollection<object> values;
    private DataCollection<OrderExpression> orders;

    public QueryByAttribute()
    {
        ColumnSet = new ColumnSet();
        PageInfo = new PagingInfo();
    }

    public QueryByAttribute(string entityName)
    {
        EntityName = entityName;
    }

    [DataMember]
    public string EntityName { get; set; }

    [DataMember]
    public ColumnSet ColumnSet { get; set; }

    [DataMember]
    public DataCollection<string> Attributes => attributes ??= new DataCollection<string>();

    [DataMember]
    public DataCollection<object> Values => values ??= new DataCollection<object>();

    [DataMember]
    public PagingInfo PageInfo { get; set; }

    [DataMember]
    public DataCollection<OrderExpression> Orders => orders ??= new DataCollection<OrderExpression>();

    [DataMember(Order = 50)]
    public int? TopCount { get; set; }

    public void AddAttributeValue(string attributeName, object value)
    {
        Attributes.Add(attributeName);
        Values.Add(value);
    }

    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));
}
