using System.Diagnostics.CodeAnalysis;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>The parts of an <c>Authorization: AWS4-HMAC-SHA256 …</c> header.</summary>
internal sealed class AuthorizationHeader
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public required string AccessKeyId { get; init; }

    /// <summary>Eight digits.</summary>
    public required string Date { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static bool TryParse(string value, [NotNullWhen(true)] out AuthorizationHeader? header)
    {
        header = null;
        if (!value.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in value[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                return false;
            }
        }

        if (!parts.TryGetValue("Credential", out string? credential)
            || !parts.TryGetValue("SignedHeaders", out string? signedHeaders)
            || !parts.TryGetValue("Signature", out string? signature)
            || credential.Split('/') is not [{ Length: > 0 } id, var date, var region, var service, "aws4_request"])
        {
            return false;
        }

        header = new AuthorizationHeader
        {
            AccessKeyId = id,
            Date = date,
            Region = region,
            Service = service,
            SignedHeaders = signedHeaders.Split(';'),
            Signature = signature,
        };
        return true;
    }
}
