namespace PowerIntegration.Gateway.Statuses;

/// <summary>Result of one refresh.</summary>
/// <param name="DocumentsChecked">Documents that were looked up.</param>
/// <param name="DocumentsChanged">Those of them whose status changed.</param>
internal sealed record RefreshedStatuses(int DocumentsChecked, int DocumentsChanged);
