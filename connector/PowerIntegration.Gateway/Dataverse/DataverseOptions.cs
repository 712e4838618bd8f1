using System.ComponentModel.DataAnnotations;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>Where Dataverse is; the token comes from the registered <see cref="Azure.Core.TokenCredential"/>.</summary>
public sealed class DataverseOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Dataverse";

    /// <summary>Root of the environment, for example <c>https://lakeshore.crm.dynamics.com</c>; also the audience of the token.</summary>
    [Required(ErrorMessage = "Dataverse:Url is missing. Enter the address of Dataverse.")]
    public Uri? Url { get; set; }
}
