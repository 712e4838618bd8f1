using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Dataverse.Errors;

/// <summary>
/// Makes the faults that this Dataverse answers with. The HTTP status travels in the fault's details under the platform's own name,
/// so that the Web API and the SDK tell the same story.
/// </summary>
internal static class Faults
{
    public const string HttpStatus = "ApiExceptionHttpStatusCode";

    public static FaultException<OrganizationServiceFault> Of(uint code, string message) => Of(code, message, StatusOf(code));

    public static FaultException<OrganizationServiceFault> Of(uint code, string message, int httpStatus)
    {
        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)code), Message = message };
        fault.ErrorDetails[HttpStatus] = httpStatus;
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }

    public static uint CodeOf(FaultException<OrganizationServiceFault> fault) => unchecked((uint)fault.Detail.ErrorCode);

    public static int StatusOf(FaultException<OrganizationServiceFault> fault) =>
        fault.Detail.ErrorDetails.TryGetValue(HttpStatus, out var status) ? (int)status : StatusOf(CodeOf(fault));

    public static FaultException<OrganizationServiceFault> RowMissing(string table, Guid id) =>
        Of(DataverseErrorCode.ObjectDoesNotExist, string.Create(CultureInfo.InvariantCulture, $"Entity '{table}' With Id = {id} Does Not Exist"));

    public static FaultException<OrganizationServiceFault> KeyMissing(string table) =>
        Of(DataverseErrorCode.RecordNotFoundByEntityKey, $"A record with the specified key values does not exist in {table} entity");

    public static FaultException<OrganizationServiceFault> UnknownTable(string table) =>
        Of(DataverseErrorCode.UnknownTable, $"The entity with a name = '{table}' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        Of(DataverseErrorCode.UnknownColumn, $"'{table}' entity doesn't contain attribute with Name = '{column}'.");

    public static FaultException<OrganizationServiceFault> Invalid(string message) => Of(DataverseErrorCode.InvalidArgument, message);

    /// <summary>Something the real Dataverse does and this one does not; refused by name.</summary>
    public static FaultException<OrganizationServiceFault> NotBuilt(string what) =>
        Of(
            DataverseErrorCode.InvalidArgument,
            $"{what} is not run by this local Dataverse. No shipped artefact uses it; add it to the sandbox before relying on it.",
            501
        );

    private static int StatusOf(uint code) =>
        code switch
        {
            DataverseErrorCode.ObjectDoesNotExist or DataverseErrorCode.RecordNotFoundByEntityKey => 404,
            DataverseErrorCode.DuplicateKey or DataverseErrorCode.DuplicateRecord or DataverseErrorCode.RowVersionDiffers => 412,
            DataverseErrorCode.PrivilegeDenied
            or DataverseErrorCode.AccessDenied
            or DataverseErrorCode.UserUnknown
            or DataverseErrorCode.UserDisabled => 403,
            // The documentation leaves open whether this is 400 or 500; an unexpected exception is treated as the server's.
            DataverseErrorCode.PluginUnexpected or DataverseErrorCode.SqlTimeout or DataverseErrorCode.SqlGeneric => 500,
            _ => 400,
        };
}
