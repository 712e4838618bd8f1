using System.ComponentModel.DataAnnotations;
using PowerIntegration.Domain.Approvals;

namespace PowerIntegration.Gateway.Procore;

/// <summary>Where Procore is and who we are there.</summary>
public sealed class ProcoreOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Procore";

    /// <summary>Root of the API, for example <c>https://api.procore.com</c>.</summary>
    [Required(ErrorMessage = "Procore:BaseUrl is missing. Enter the address of Procore.")]
    public Uri? BaseUrl { get; set; }

    /// <summary>Root of the login host, for example <c>https://login.procore.com</c>.</summary>
    [Required(ErrorMessage = "Procore:LoginUrl is missing. Enter the sign-in address of Procore.")]
    public Uri? LoginUrl { get; set; }

    /// <summary>The one company this gateway reads; sent as <c>Procore-Company-Id</c> on every call.</summary>
    [Required(ErrorMessage = "Procore:CompanyId is missing. Enter the ID of the Procore company.")]
    [RegularExpression("^[0-9]{1,19}$", ErrorMessage = "Procore:CompanyId must be digits.")]
    public string CompanyId { get; set; } = "";

    /// <summary>Client id of the developer managed service account.</summary>
    [Required(ErrorMessage = "Procore:ClientId is missing. Enter the client ID of the integration account.")]
    public string ClientId { get; set; } = "";

    /// <summary>Client secret; empty where <see cref="ClientSecretName"/> names it in the Key Vault.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Name of the secret in the Key Vault.</summary>
    public string? ClientSecretName { get; set; }

    /// <summary>Rows asked for per page.</summary>
    /// <value>Default 100.</value>
    [Range(1, 2000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Rows asked for per page of a list that is long and rarely changes, such as WBS codes.</summary>
    /// <value>Default 1000.</value>
    [Range(1, 2000)]
    public int LongPageSize { get; set; } = 1000;

    /// <summary>How Procore's workflows name the tool of subcontractor invoices.</summary>
    /// <value>Default <c>requisition</c>.</value>
    [Required(ErrorMessage = "Procore:InvoiceWorkflowTool is empty. Enter the type of the tool as Procore lists it, such as requisition.")]
    public string InvoiceWorkflowTool { get; set; } = "requisition";

    /// <summary>Names or types of the answers of a workflow step that approve, separated by commas; a name goes before a type.</summary>
    /// <value>Default <c>approve</c>.</value>
    [Required(ErrorMessage = "Procore:ApprovedResponses is empty. Enter the answers of a workflow step that approve, such as approve.")]
    public string ApprovedResponses { get; set; } = "approve";

    /// <summary>Names or types of the answers of a workflow step that reject, separated by commas; a name goes before a type.</summary>
    /// <value>Default <c>reject</c>.</value>
    [Required(ErrorMessage = "Procore:RejectedResponses is empty. Enter the answers of a workflow step that reject, such as reject.")]
    public string RejectedResponses { get; set; } = "reject";

    /// <summary>Which answers of a workflow step approve and reject.</summary>
    internal WorkflowOptions Responses => new(Listed(ApprovedResponses), Listed(RejectedResponses));

    /// <summary>How far back the first poll of a project reads, when it has no cursor and no cutover date yet.</summary>
    /// <value>Default 31 days.</value>
    [Range(typeof(TimeSpan), "00:10:00", "3660.00:00:00")]
    public TimeSpan FirstPollLookback { get; set; } = TimeSpan.FromDays(31);

    private static string[] Listed(string texts) => texts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
