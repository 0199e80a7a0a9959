using System.Text.Json;

namespace Bedrock.Toolkit.Converse;

/// <summary>A <see cref="GuardrailAutomatedReasoningFinding"/> of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="GuardrailAutomatedReasoningFinding.AdditionalProperties"/> are not.</remarks>
public sealed class GuardrailUnknownFinding : GuardrailAutomatedReasoningFinding
{
    /// <summary>The object as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public GuardrailUnknownFinding(JsonElement raw) => Raw = raw;

    /// <summary>The whole object.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }

    /// <inheritdoc/>
    /// <value>The name of the first member that is not null; empty when there is none.</value>
    public override GuardrailAutomatedReasoningFindingKind Kind
    {
        get
        {
            if (Raw.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in Raw.EnumerateObject())
                {
                    if (member.Value.ValueKind != JsonValueKind.Null)
                    {
                        return member.Name;
                    }
                }
            }

            return string.Empty;
        }
    }
}
