using Amazon.Runtime;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Who may call. Thread-safe.</summary>
internal interface ICallerKeys
{
    /// <summary>The API key that is accepted; null when there is none.</summary>
    string? ApiKey { get; }

    /// <summary>The credentials that an access key id may stand for: with rotating session tokens there can be several.</summary>
    IReadOnlyList<ImmutableCredentials> Find(string accessKeyId);
}
