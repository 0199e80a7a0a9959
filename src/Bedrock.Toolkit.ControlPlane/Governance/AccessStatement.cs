namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>What is allowed, on what, and under which conditions. Immutable.</summary>
/// <param name="Sid">A name for people.</param>
/// <param name="Actions">The IAM actions.</param>
/// <param name="Resources">The ARNs.</param>
public sealed record AccessStatement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>Keys and values that must be equal (<c>StringEquals</c>), such as <c>bedrock:InferenceProfileArn</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> StringEquals { get; init; } = new Dictionary<string, string>();
}
