namespace Bedrock.Toolkit.Errors;

/// <summary>What identifies the caller of a call and may not stand in any text, also not where a server quotes it. Never prints what it holds.</summary>
internal readonly struct CallSecrets(string? keyId, string? secret, string? token, string? apiKey) : IEquatable<CallSecrets>
{
    private const string Masked = "***";

    // Shorter ones would be found in ordinary words.
    private const int FewestCharacters = 6;

    private readonly string? _keyId = keyId;
    private readonly string? _secret = secret;
    private readonly string? _token = token;
    private readonly string? _apiKey = apiKey;

    /// <summary>A text of the server without them.</summary>
    public string Mask(string text) => Without(Without(Without(Without(text, _apiKey), _token), _secret), _keyId);

    public bool Equals(CallSecrets other) => _keyId == other._keyId && _secret == other._secret && _token == other._token && _apiKey == other._apiKey;

    public override bool Equals(object? obj) => obj is CallSecrets other && Equals(other);

    public override int GetHashCode() => 0;

    public override string ToString() => Masked;

    private static string Without(string text, string? secret)
    {
        if (secret is null || secret.Length < FewestCharacters)
        {
            return text;
        }

        // As it is, and as it stands in a URL or a canonical request.
        text = text.Replace(secret, Masked, StringComparison.OrdinalIgnoreCase);
        string escaped = Uri.EscapeDataString(secret);
        return escaped.Length == secret.Length ? text : text.Replace(escaped, Masked, StringComparison.OrdinalIgnoreCase);
    }
}
