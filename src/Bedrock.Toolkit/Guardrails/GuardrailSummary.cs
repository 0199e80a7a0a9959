namespace Bedrock.Toolkit.Guardrails;

/// <summary>What one or more assessments of guardrails come to. Immutable.</summary>
/// <remarks>
/// <see cref="Intervened"/> being false does not mean that the content is fine: policies that only detect, automated reasoning among them, let
/// everything pass. Ask <see cref="Verdict"/>; only <see cref="GuardrailVerdict.Clear"/> is harmless.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-independent-api.html
/// </remarks>
public sealed class GuardrailSummary
{
    internal GuardrailSummary(GuardrailFindings found, bool? intervened)
    {
        Findings = found.Findings;
        UnknownAssessments = found.Unknown;
        Reasoning = new GuardrailReasoningCounts(found.Reasoning);
        UnguardedTextCharacters = found.UnguardedTextCharacters;
        UnguardedImages = found.UnguardedImages;
        Intervened = intervened == true || Findings.Any(f => f.IsIntervention);
        Policies = [.. Findings.Where(f => f.IsDetected || f.IsIntervention).Select(f => f.Policy).Distinct().Order()];
        Directions = [.. Findings.Where(f => f.IsDetected || f.IsIntervention).Select(f => f.Direction).Distinct().Order()];
        Verdict = this switch
        {
            { Intervened: true } => GuardrailVerdict.Intervened,
            { Policies.Count: > 0 } => GuardrailVerdict.Detected,
            { UnknownAssessments.Count: > 0 } => GuardrailVerdict.Unknown,
            _ => GuardrailVerdict.Clear,
        };
    }

    /// <summary>What it all comes to.</summary>
    /// <value>Intervened before detected, detected before unknown; look at <see cref="UnknownAssessments"/> beside it.</value>
    public GuardrailVerdict Verdict { get; }

    /// <summary>Whether a guardrail blocked or changed the content. False does not mean that nothing was found.</summary>
    public bool Intervened { get; }

    /// <summary>Whether all that the guardrails did was to mask parts of the content: what is left can be shown.</summary>
    /// <value>False when something was blocked, when nothing was done, and when it is not told what was done.</value>
    public bool IsMaskedOnly => Intervened && Findings.Any(f => f.IsIntervention) && Findings.All(f => !f.IsIntervention || f.Action == "ANONYMIZED");

    /// <summary>The policies that found something.</summary>
    /// <value>Each once; empty when none did.</value>
    public IReadOnlyList<GuardrailPolicyKind> Policies { get; }

    /// <summary>Where something was found.</summary>
    /// <value>Each once; empty when nothing was.</value>
    public IReadOnlyList<GuardrailDirection> Directions { get; }

    /// <summary>Everything that the policies looked for and told of, found or not.</summary>
    public IReadOnlyList<GuardrailFinding> Findings { get; }

    /// <summary>The findings of automated reasoning, counted.</summary>
    public GuardrailReasoningCounts Reasoning { get; }

    /// <summary>What could not be judged: parts of the assessment that this version does not know, and parts that are missing.</summary>
    /// <value>Places such as <c>assessments[0].newPolicy</c> with a reason; no part of the content. Empty when all could be judged.</value>
    public IReadOnlyList<string> UnknownAssessments { get; }

    /// <summary>How many characters of the content the guardrails did not look at.</summary>
    /// <value>0 when they looked at all, and when the service did not say. Content outside of what a request marks for assessment counts, too.</value>
    public int UnguardedTextCharacters { get; }

    /// <summary>How many images of the content the guardrails did not look at.</summary>
    /// <value>0 when they looked at all, and when the service did not say.</value>
    public int UnguardedImages { get; }

    /// <summary>Sums up an answer of ApplyGuardrail.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="source">The source that the request named.</param>
    /// <returns>The summary.</returns>
    public static GuardrailSummary ForApplyGuardrail(ApplyGuardrailResponse response, GuardrailContentSource source)
    {
        ArgumentNullException.ThrowIfNull(response);
        var found = new GuardrailFindings();
        GuardrailDirection direction = source == GuardrailContentSource.Output ? GuardrailDirection.Output : GuardrailDirection.Input;
        bool? intervened = found.ReadAction("action", response.Action?.Value, "NONE", "GUARDRAIL_INTERVENED");
        for (int i = 0; i < response.Assessments.Count; i++)
        {
            found.Read($"assessments[{i}]", response.Assessments[i], direction, null);
        }

        if (response.Assessments.Count == 0)
        {
            found.AddUnknown("assessments", "is empty");
        }

        found.ReadCoverage(response.GuardrailCoverage, response.Assessments);
        return new GuardrailSummary(found, intervened);
    }

    /// <summary>Sums up the trace of a Converse call, streamed or not.</summary>
    /// <param name="trace">The trace; null when there is none, because tracing was not enabled or no guardrail was active.</param>
    /// <param name="intervened">Whether the call's stop reason was <c>guardrail_intervened</c>.</param>
    /// <returns>The summary.</returns>
    public static GuardrailSummary ForConverse(GuardrailTraceAssessment? trace, bool intervened)
    {
        var found = new GuardrailFindings();
        if (trace is null)
        {
            found.AddUnknown("trace.guardrail", "is missing");
            return new GuardrailSummary(found, intervened);
        }

        found.ReadOthers("trace.guardrail", trace.AdditionalProperties);
        found.Read("trace.guardrail.inputAssessment", trace.InputAssessment, GuardrailDirection.Input);
        foreach ((string id, IList<GuardrailAssessment> assessments) in trace.OutputAssessments ?? new Dictionary<string, IList<GuardrailAssessment>>())
        {
            for (int i = 0; i < assessments.Count; i++)
            {
                found.Read($"trace.guardrail.outputAssessments.{id}[{i}]", assessments[i], GuardrailDirection.Output, id);
            }
        }

        found.RequireAny("trace.guardrail");
        return new GuardrailSummary(found, intervened);
    }

    /// <summary>Sums up what came along with an answer of InvokeModel, or with the folded answer of its stream.</summary>
    /// <param name="response">The answer; its <see cref="BedrockResponse.GuardrailAction"/> and <see cref="BedrockResponse.GuardrailTrace"/> are read.</param>
    /// <returns>The summary; unknown without a trace, because the action alone does not tell what was only detected.</returns>
    public static GuardrailSummary ForInvokeModel(BedrockResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var found = new GuardrailFindings();
        bool? intervened = found.ReadAction("amazon-bedrock-guardrailAction", response.GuardrailAction?.Value, "NONE", "INTERVENED");
        GuardrailInvokeTrace? trace = null;
        try
        {
            trace = GuardrailInvokeTrace.Read(response.GuardrailTrace);
            if (trace is null)
            {
                found.AddUnknown("amazon-bedrock-trace.guardrail", "is missing");
            }
        }
        catch (JsonException e)
        {
            found.AddUnknown("amazon-bedrock-trace.guardrail", $"cannot be read (at {e.Path})");
        }

        if (trace is not null)
        {
            Read(found, trace);
        }

        return new GuardrailSummary(found, intervened);
    }

    /// <summary>The verdict, what found something and where, and what could not be judged.</summary>
    /// <returns>A text for logs; it has no part of the content.</returns>
    public override string ToString() =>
        $"{Verdict}; policies: {Joined(Policies)}; directions: {Joined(Directions)}; automated reasoning: {Reasoning}; not judged: "
            + $"{Joined(UnknownAssessments)}";

    private static void Read(GuardrailFindings found, GuardrailInvokeTrace trace)
    {
        const string Path = "amazon-bedrock-trace.guardrail";
        found.ReadOthers(Path, trace.AdditionalProperties);
        found.Read($"{Path}.input", trace.Input, GuardrailDirection.Input);
        for (int i = 0; i < trace.Outputs?.Count; i++)
        {
            found.Read($"{Path}.outputs[{i}]", trace.Outputs[i], GuardrailDirection.Output);
        }

        found.RequireAny(Path);
    }

    private static string Joined<T>(IReadOnlyList<T> items) => items.Count == 0 ? "none" : string.Join(", ", items);
}

/// <summary>What an assessment comes to. Only <see cref="Clear"/> is harmless.</summary>
public enum GuardrailVerdict
{
    /// <summary>It cannot be told: nothing was assessed, the trace is missing, or the assessment has parts that this version does not know.</summary>
    Unknown,

    /// <summary>Everything was assessed by policies that this version knows, and nothing was found.</summary>
    Clear,

    /// <summary>Something was found and let pass: by a policy that only detects, or as a finding of automated reasoning that is not a plain valid
    /// one.</summary>
    Detected,

    /// <summary>The guardrail blocked or changed the content.</summary>
    Intervened,
}
