using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

// The name is Microsoft's: this is the collection that an ExecuteMultiple answers with.
[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>
{
    public ExecuteMultipleResponseItemCollection() { }
}
