using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Takes out of an exchange what must not stand in a file. Thread-safe.</summary>
/// <param name="hidesAccountIds">Whether account ids become zeros.</param>
/// <param name="hidesPrompts">Whether the texts of requests become hashes.</param>
/// <param name="rewrite">Has the last word on every text.</param>
internal sealed partial class Scrubber(bool hidesAccountIds, bool hidesPrompts, Func<string, string>? rewrite)
{
    public const string HiddenKey = "(key hidden)";


    public const string HiddenAccount = "000000000000";
    private const int HashLength = 12;
    private const int ShortestRepeat = 8;

    // What these hold is the form of a request, not what was asked.
    private static readonly HashSet<string> Structural = new(StringComparer.Ordinal)
    {
        "role", "type", "format", "anthropic_version", "schemaVersion", "guardrailIdentifier", "guardrailVersion", "trace", "streamProcessingMode", "latency",
        "media_type", "status", "truncate", "input_type", "embedding_types", "taskType", "quality", "stopReason", "stop_reason",
    };

    private static readonly HashSet<string> AccountMembers = new(StringComparer.Ordinal) { "bucketOwner", "accountId", "account_id" };

    public bool HidesAccountIds => hidesAccountIds;

    public bool HidesPrompts => hidesPrompts;

    /// <summary>One text, such as a path or an id.</summary>
    public string Text(string text, ScrubScope scope)
    {
        foreach (string secret in scope.Secrets)
        {
            text = text.Replace(secret, HiddenKey, StringComparison.Ordinal);
        }

        text = SignedQuery().Replace(KeyForms().Replace(text, HiddenKey), "$1=(hidden)");
        if (hidesAccountIds)
        {
            foreach (Match arn in Arn().Matches(text))
            {
                scope.AddAccount(arn.Groups["account"].Value);
            }

            foreach (string account in scope.Accounts)
            {
                text = text.Replace(account, HiddenAccount, StringComparison.Ordinal);
            }
        }

        return rewrite is null ? text : rewrite(text) ?? string.Empty;
    }

    /// <summary>A text that somebody asked.</summary>
    public string Prompt(string text, ScrubScope scope)
    {
        if (!hidesPrompts || text.Length == 0)
        {
            return Text(text, scope);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
        string hidden = string.Create(CultureInfo.InvariantCulture, $"(hidden {hash}, {text.Length} characters)");
        if (text.Length >= ShortestRepeat)
        {
            scope.AddPrompt(text, hidden);
        }

        return hidden;
    }

    /// <summary>All texts of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="scope">What is known of the exchange.</param>
    /// <param name="isPrompt">Whether somebody asked it, or answered.</param>
    public JsonElement Document(JsonElement document, ScrubScope scope, bool isPrompt)
    {
        if (hidesAccountIds)
        {
            CollectAccounts(document, null, scope);
        }

        byte[] whole = SimulatedJson.Object(writer =>
        {
            writer.WritePropertyName("d");
            Write(writer, document, null, scope, isPrompt);
        });
        using JsonDocument parsed = JsonDocument.Parse(whole, new JsonDocumentOptions { MaxDepth = 1_000 });
        return parsed.RootElement.GetProperty("d").Clone();
    }

    // First all of them: one that stands in an ARN at the end may stand alone at the beginning.
    private static void CollectAccounts(JsonElement value, string? member, ScrubScope scope)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    CollectAccounts(property.Value, property.Name, scope);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    CollectAccounts(item, member, scope);
                }

                break;
            case JsonValueKind.String:
                string text = value.GetString()!;
                if (member is not null && AccountMembers.Contains(member) && AccountId().IsMatch(text))
                {
                    scope.AddAccount(text);
                }

                foreach (Match arn in Arn().Matches(text))
                {
                    scope.AddAccount(arn.Groups["account"].Value);
                }

                break;
        }
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, string? member, ScrubScope scope, bool isPrompt)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    writer.WritePropertyName(Text(property.Name, scope));
                    Write(writer, property.Value, property.Name, scope, isPrompt);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item, member, scope, isPrompt);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shown(value.GetString()!, member, scope, isPrompt));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private string Shown(string text, string? member, ScrubScope scope, bool isPrompt)
    {
        if (!isPrompt)
        {
            return Text(scope.HidePrompts(text), scope);
        }

        bool isForm = member is not null && Structural.Contains(member) && FormWord().IsMatch(text);
        return isForm ? Text(text, scope) : Prompt(text, scope);
    }

    [GeneratedRegex(
        @"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b|\bABSK[A-Za-z0-9+/=]{20,}|bedrock-api-key-[A-Za-z0-9+/=_-]+|\b[Bb]earer\s+[A-Za-z0-9._~+/=-]{16,}",
        RegexOptions.CultureInvariant)]
    private static partial Regex KeyForms();

    [GeneratedRegex(@"(X-Amz-(?:Signature|Security-Token|Credential))=[^&\s""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SignedQuery();

    [GeneratedRegex(@"arn(?::|%3A)aws[a-z-]*(?::|%3A)[a-z0-9-]*(?::|%3A)[a-z0-9-]*(?::|%3A)(?<account>\d{12})(?::|%3A)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Arn();

    [GeneratedRegex(@"^\d{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex AccountId();

    [GeneratedRegex(@"^[A-Za-z0-9_./-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex FormWord();
}

/// <summary>What is known of one exchange and may stand anywhere in it. For one exchange, one thread at a time.</summary>
/// <param name="secrets">Texts that must not appear.</param>
internal sealed class ScrubScope(IReadOnlyList<string> secrets)
{
    private readonly List<string> _accounts = [];
    private readonly List<(string Text, string Hidden)> _prompts = [];

    public IReadOnlyList<string> Secrets => secrets;

    public IReadOnlyList<string> Accounts => _accounts;

    public void AddAccount(string account)
    {
        if (!_accounts.Contains(account))
        {
            _accounts.Add(account);
        }
    }

    /// <summary>Texts that must not appear in an answer, and what stands for them.</summary>
    public IEnumerable<(string Text, string Hidden)> Needles => [
        .. secrets.Select(static secret => (secret, Scrubber.HiddenKey)), .. _prompts, .. _accounts.Select(static account => (account, Scrubber.HiddenAccount)),
    ];

    public void AddPrompt(string text, string hidden) => _prompts.Add((text, hidden));

    /// <summary>A text of an answer, without what it repeats of the request.</summary>
    public string HidePrompts(string text)
    {
        foreach ((string asked, string hidden) in _prompts)
        {
            text = text.Replace(asked, hidden, StringComparison.Ordinal);
        }

        return text;
    }
}
