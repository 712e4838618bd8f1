using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>Faults with the platform's codes, for what the platform would refuse and the Web API has no way to say.</summary>
internal static class Faults
{
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int NoSuchAttribute = unchecked((int)0x80041103);
    public const int PrivilegeDenied = unchecked((int)0x80040220);
    public const int PrincipalPrivilegeDenied = unchecked((int)0x80040231);
    public const int NoSuchResource = unchecked((int)0x80060888);
    public const int RowVersionMissing = unchecked((int)0x80060883);

    public static FaultException<OrganizationServiceFault> Of(int code, string message) =>
        Of(new OrganizationServiceFault { ErrorCode = code, Message = message });

    public static FaultException<OrganizationServiceFault> Of(OrganizationServiceFault fault) => new(fault, new FaultReason(fault.Message));

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        Of(NoSuchAttribute, $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");
}
