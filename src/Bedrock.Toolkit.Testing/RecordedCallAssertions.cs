using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.PromptCaching;
using Bedrock.Toolkit.Testing.Comparison;

namespace Bedrock.Toolkit.Testing;

/// <summary>Says what a recorded call must have been; needs no test framework. A failure names each member that differs.</summary>
/// <remarks>Values are shown only when asked for: the message of a failed test ends up in logs, and a request may hold what somebody wrote.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordedCallAssertions
{
    /// <summary>Holds the body to a JSON document. The order of members does not count.</summary>
    /// <param name="call">The call.</param>
    /// <param name="expectedJson">The document.</param>
    /// <param name="showsValues">Whether a failure shows what stands on both sides.</param>
    /// <exception cref="BedrockAssertionException">They differ, or the body is no JSON.</exception>
    /// <exception cref="JsonException">What is expected is no JSON.</exception>
    public static void AssertBody(this RecordedCall call, string expectedJson, bool showsValues = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(expectedJson);
        Compare(call, JsonElement.Parse(expectedJson), showsValues);
    }

    /// <summary>Holds the body to a request as it goes over the wire.</summary>
    /// <param name="call">The call.</param>
    /// <param name="expected">The request.</param>
    /// <param name="showsValues">Whether a failure shows what stands on both sides.</param>
    /// <exception cref="BedrockAssertionException">They differ, or the body is no JSON.</exception>
    public static void AssertRequest(this RecordedCall call, BedrockObject expected, bool showsValues = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(expected);
        Compare(call, JsonElement.Parse(expected.ToPayloadJson()), showsValues);
    }

    /// <summary>Holds a header to a value.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="expected">The value; null when the header must be missing.</param>
    /// <param name="showsValues">Whether a failure shows what stands on both sides.</param>
    /// <exception cref="BedrockAssertionException">It is another one.</exception>
    public static void AssertHeader(this RecordedCall call, string name, string? expected, bool showsValues = false)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentException.ThrowIfNullOrEmpty(name);
        string? actual = call.Headers.GetValueOrDefault(name);
        if (actual != expected)
        {
            string what = (expected, actual) switch
            {
                (_, null) => "is missing",
                (null, _) => "is there, and should not be",
                _ => "has another value",
            };
            throw new BedrockAssertionException($"The header '{name}' of {call} {what}."
                + (showsValues ? $"\n- {expected ?? "(missing)"}\n+ {actual ?? "(missing)"}" : string.Empty));
        }
    }

    /// <summary>Holds calls to a prefix that stays: each call of a model goes on from the one before, so that the prompt cache has it.</summary>
    /// <param name="calls">The calls of one conversation, such as those of a <see cref="FakeBedrock"/>; those without a model do not count.</param>
    /// <exception cref="BedrockAssertionException">A call changed what stood there before; the message names the place, and shows nothing of the
    /// prompt.</exception>
    public static void AssertPrefixKept(this IEnumerable<RecordedCall> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var guard = new PromptCacheGuard();
        foreach (RecordedCall call in calls.Where(static call => call.ModelId is not null && !call.Body.IsEmpty))
        {
            using JsonDocument body = JsonDocument.Parse(call.Body);
            if (guard.Look(call.ModelId!, call.ModelId!, body.RootElement).Change is { } change)
            {
                throw new BedrockAssertionException($"{call} breaks the prompt cache of the call before it: {change}");
            }
        }
    }

    private static void Compare(RecordedCall call, JsonElement expected, bool showsValues)
    {
        List<JsonDifference> differences;
        try
        {
            using JsonDocument actual = JsonDocument.Parse(call.Body);
            differences = JsonDifference.Between(expected, actual.RootElement, "body");
            if (differences.Count == 0)
            {
                return;
            }

            throw new BedrockAssertionException($"The body of {call} is not what it should be:\n"
                + JsonDifference.ToText(differences, "what is expected", "the call", showsValues));
        }
        catch (JsonException)
        {
            throw new BedrockAssertionException($"The body of {call} is no JSON.");
        }
    }
}
