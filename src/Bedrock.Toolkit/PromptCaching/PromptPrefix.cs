using System.Security.Cryptography;

namespace Bedrock.Toolkit.PromptCaching;

/// <summary>The parts of a request in the order that the prompt cache sees them: tools, system, messages. Holds hashes only, nothing of the prompt.
/// Immutable.</summary>
internal sealed class PromptPrefix
{
    private const int BytesOfToken = 4;

    private PromptPrefix(IReadOnlyList<PromptPart> parts) => Parts = parts;

    public IReadOnlyList<PromptPart> Parts { get; }

    /// <summary>Reads the body of Converse, or of Claude's own Messages.</summary>
    public static PromptPrefix Read(JsonElement body)
    {
        var reader = new Reader();
        if (body.ValueKind == JsonValueKind.Object)
        {
            if (body.TryGetProperty("toolConfig", out JsonElement config) && config.ValueKind == JsonValueKind.Object)
            {
                reader.AddList(config, "tools", "ToolConfig.Tools", PromptPartKind.Tool);
            }

            reader.AddList(body, "tools", "Tools", PromptPartKind.Tool);
            reader.AddText(body, "system", "System", PromptPartKind.System);
            reader.AddMessages(body);
        }

        return new PromptPrefix(reader.Parts);
    }

    private sealed class Reader
    {
        private byte[] _prefix = [];
        private int _bytes;

        public List<PromptPart> Parts { get; } = [];

        public void AddList(JsonElement owner, string name, string place, PromptPartKind kind)
        {
            if (!owner.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
            {
                return;
            }

            int index = 0;
            foreach (JsonElement part in list.EnumerateArray())
            {
                Add(part, string.Create(CultureInfo.InvariantCulture, $"{place}[{index++}]"), kind, string.Empty);
            }
        }

        public void AddText(JsonElement owner, string name, string place, PromptPartKind kind)
        {
            if (owner.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String)
            {
                Add(text, place, kind, string.Empty);
                return;
            }

            AddList(owner, name, place, kind);
        }

        public void AddMessages(JsonElement body)
        {
            if (!body.TryGetProperty("messages", out JsonElement messages) || messages.ValueKind != JsonValueKind.Array)
            {
                return;
            }

            int index = 0;
            foreach (JsonElement message in messages.EnumerateArray())
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"Messages[{index++}].Content");
                string role = message.TryGetProperty("role", out JsonElement said) ? said.GetString() ?? string.Empty : string.Empty;
                if (message.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.String)
                {
                    Add(content, place, PromptPartKind.Message, role);
                    continue;
                }

                int at = 0;
                foreach (JsonElement block in content.ValueKind == JsonValueKind.Array ? content.EnumerateArray() : default)
                {
                    Add(block, string.Create(CultureInfo.InvariantCulture, $"{place}[{at++}]"), PromptPartKind.Message, role);
                }
            }
        }

        private void Add(JsonElement part, string place, PromptPartKind kind, string role)
        {
            if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("cachePoint", out JsonElement point))
            {
                if (Parts.Count > 0)
                {
                    Parts[^1] = Parts[^1] with { PointLife = LifeOf(point) };
                }

                return;
            }

            TimeSpan? life = null;
            string text = part.GetRawText();
            if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("cache_control", out JsonElement control)
                && control.ValueKind == JsonValueKind.Object)
            {
                // Where the point stands is no part of what is cached.
                life = LifeOf(control);
                text = text.Replace(control.GetRawText(), string.Empty, StringComparison.Ordinal);
            }

            byte[] own = Encoding.UTF8.GetBytes(role + text);
            _bytes += own.Length;
            _prefix = SHA256.HashData([.. _prefix, .. SHA256.HashData(own)]);
            string masked = Hash(Encoding.UTF8.GetBytes(Masked(role + text)));
            Parts.Add(new PromptPart(place, kind, Hash(own), masked, Convert.ToHexString(_prefix), _bytes / BytesOfToken, life));
        }

        private static TimeSpan LifeOf(JsonElement point) =>
            point.TryGetProperty("ttl", out JsonElement ttl) && ttl.ValueEquals("1h") ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(5);

        private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

        // Times, counters and ids differ in digits, and in the names of days and months.
        private static string Masked(string text)
        {
            var masked = new StringBuilder(text.Length);
            foreach (char c in text)
            {
                if (!char.IsAsciiDigit(c))
                {
                    masked.Append(c);
                }
                else if (masked.Length == 0 || masked[^1] != '#')
                {
                    masked.Append('#');
                }
            }

            return masked.ToString();
        }
    }
}

/// <summary>What a part of a request is.</summary>
internal enum PromptPartKind
{
    /// <summary>The declaration of a tool.</summary>
    Tool,

    /// <summary>A part of the system prompt.</summary>
    System,

    /// <summary>A content of a message.</summary>
    Message,
}

/// <summary>One part of a request. Immutable.</summary>
/// <param name="Place">Where it stands, such as <c>System[0]</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">Of the part.</param>
/// <param name="MaskedHash">Of the part with all numbers made alike.</param>
/// <param name="PrefixHash">Of all parts until here.</param>
/// <param name="Tokens">About how many tokens all parts until here have.</param>
/// <param name="PointLife">How long the cache point behind it lives; null when there is none.</param>
internal sealed record PromptPart(string Place, PromptPartKind Kind, string Hash, string MaskedHash, string PrefixHash, int Tokens, TimeSpan? PointLife);
