using Availability = Bedrock.Toolkit.ControlPlane.GetFoundationModelAvailabilityResponse;

namespace Bedrock.Toolkit.ControlPlane;

/// <summary>Whether an account may call a model. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetFoundationModelAvailability.html</remarks>
public sealed class ModelAccess
{
    internal ModelAccess(Availability answer) => Answer = answer;

    /// <summary>What the service said.</summary>
    public Availability Answer { get; }

    /// <summary>Whether agreement, authorisation, entitlement and Region are all as they have to be.</summary>
    public bool IsCallable => Obstacles.Count == 0;

    /// <summary>What stands in the way, one sentence each.</summary>
    /// <value>Empty when nothing does.</value>
    public IReadOnlyList<string> Obstacles =>
    [
        .. new[]
        {
            Answer.RegionAvailability == RegionAvailability.Available ? null : "The Region does not have the model.",
            Answer.AuthorizationStatus == AuthorizationStatus.Authorized ? null : "The account is not authorized for the model.",
            Answer.EntitlementAvailability == EntitlementAvailability.Available ? null : "The account is not entitled to the model.",
            Answer.AgreementAvailability?.Status == AgreementStatus.Available ? null : Agreement(),
        }.OfType<string>(),
    ];

    /// <summary>Callable, or what stands in the way.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => IsCallable ? "callable" : string.Join(" ", Obstacles);

    private string Agreement()
    {
        string status = Answer.AgreementAvailability?.Status?.Value ?? "unknown";
        string more = Answer.AgreementAvailability?.ErrorMessage is { Length: > 0 } message ? $" ({message})" : string.Empty;
        return $"The agreement for the model is {status}{more}: ListFoundationModelAgreementOffers and CreateFoundationModelAgreement make one.";
    }
}
