using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Name = "UpdateMultipleResponse", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public sealed class UpdateMultipleResponse : OrganizationResponse;
