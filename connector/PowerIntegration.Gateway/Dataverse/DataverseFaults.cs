using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>What Dataverse's error codes mean to the gateway.</summary>
internal static class DataverseFaults
{
    private const int ObjectDoesNotExist = unchecked((int)0x80040217);
    private const int RecordNotFoundByEntityKey = unchecked((int)0x80060891);
    private const int DuplicateRecordEntityKey = unchecked((int)0x80060892);
    private const int DuplicateRecord = unchecked((int)0x80040237);
    private const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);
    private const int ThrottledByExecutionTime = unchecked((int)0x80072321);
    private const int ThrottledByRequests = unchecked((int)0x80072322);
    private const int ThrottledByConcurrency = unchecked((int)0x80072326);

    public static bool IsMissing(Exception exception) => CodeOf(exception) is ObjectDoesNotExist or RecordNotFoundByEntityKey;

    public static bool IsDuplicateKey(Exception exception) => CodeOf(exception) is DuplicateRecordEntityKey or DuplicateRecord;

    public static bool IsVersionMismatch(Exception exception) => CodeOf(exception) is ConcurrencyVersionMismatch;

    /// <summary>Whether Dataverse turned the request away because of its service protection limits, before doing anything.</summary>
    public static bool IsThrottled(Exception? exception) =>
        CodeOf(exception) is ThrottledByExecutionTime or ThrottledByRequests or ThrottledByConcurrency;

    /// <summary>Whether it is not known what became of the request.</summary>
    public static bool IsOutage(Exception? exception) => exception is (TimeoutException or CommunicationException) && FaultOf(exception) is null;

    /// <summary>How long a throttled request must wait, or null.</summary>
    public static TimeSpan? AskedWait(Exception? exception) =>
        FaultOf(exception)?.Detail.ErrorDetails is { } details && details.TryGetValue("Retry-After", out var wait) && wait is TimeSpan span
            ? span
            : null;

    /// <summary>The problem of a failure that is not handled by its code; null if the caller handles it.</summary>
    public static Exception? ProblemOf(Exception failure, string request)
    {
        if (IsThrottled(failure))
        {
            return new RemoteThrottledException(
                ProblemCatalog.DataverseUnavailable,
                "Dataverse is busy. Running flows try again automatically.",
                AskedWait(failure)
            );
        }

        if (IsOutage(failure))
        {
            return new RemoteUnavailableException(
                ProblemCatalog.DataverseUnavailable,
                $"Dataverse did not respond: {failure.Message} Running flows try again automatically.",
                failure
            );
        }

        if (FaultOf(failure) is not { } fault || IsMissing(fault) || IsDuplicateKey(fault) || IsVersionMismatch(fault))
        {
            return null;
        }

        return new IntegrationException(ProblemCatalog.DataverseRefused, $"Dataverse refused the request: {fault.Message}", fault);
    }

    private static int? CodeOf(Exception? exception) => FaultOf(exception)?.Detail.ErrorCode;

    // Microsoft's client throws the fault itself or wraps it, by the road the request took.
    private static FaultException<OrganizationServiceFault>? FaultOf(Exception? exception) =>
        exception as FaultException<OrganizationServiceFault> ?? exception?.InnerException as FaultException<OrganizationServiceFault>;
}
