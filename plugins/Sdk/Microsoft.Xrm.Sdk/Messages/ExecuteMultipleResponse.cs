using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Name = "ExecuteMultipleResponse", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public bool IsFaulted => Results.Contains("IsFaulted") ? (bool)Results["IsFaulted"] : default;

    public ExecuteMultipleResponseItemCollection Responses =>
        Results.Contains("Responses") ? (ExecuteMultipleResponseItemCollection)Results["Responses"] : default;
}
