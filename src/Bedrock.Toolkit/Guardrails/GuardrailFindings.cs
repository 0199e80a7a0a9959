namespace Bedrock.Toolkit.Guardrails;

/// <summary>Collects what assessments say, for one summary. Not thread-safe.</summary>
internal sealed class GuardrailFindings
{
    private bool _any;

    public List<GuardrailFinding> Findings { get; } = [];

    public List<GuardrailAutomatedReasoningFinding> Reasoning { get; } = [];

    public List<string> Unknown { get; } = [];

    public int UnguardedTextCharacters { get; private set; }

    public int UnguardedImages { get; private set; }

    public void AddUnknown(string place, string reason) => Unknown.Add($"{place} {reason}");

    /// <summary>Whether the action says that the guardrail intervened; null, and noted, when it says something unknown or nothing.</summary>
    public bool? ReadAction(string place, string? action, string none, string intervened)
    {
        if (action == intervened)
        {
            return true;
        }

        if (action == none)
        {
            return false;
        }

        AddUnknown(place, action is null ? "is missing" : "is unknown");
        return null;
    }

    public void RequireAny(string place)
    {
        if (!_any)
        {
            AddUnknown(place, "has no assessment");
        }
    }

    public void Read(string path, IDictionary<string, GuardrailAssessment>? byGuardrail, GuardrailDirection direction)
    {
        foreach ((string id, GuardrailAssessment assessment) in byGuardrail ?? new Dictionary<string, GuardrailAssessment>())
        {
            Read($"{path}.{id}", assessment, direction, id);
        }
    }

    public void Read(string path, GuardrailAssessment assessment, GuardrailDirection direction, string? guardrailId)
    {
        _any = true;
        var reader = new GuardrailAssessmentReader(this, path, direction, guardrailId ?? assessment.AppliedGuardrailDetails?.GuardrailId);
        reader.Read(assessment);
        AddCoverage(assessment.InvocationMetrics?.GuardrailCoverage);
    }

    /// <summary>The coverage of the whole answer, when no assessment told its own.</summary>
    public void ReadCoverage(GuardrailCoverage? whole, IList<GuardrailAssessment> assessments)
    {
        if (assessments.All(a => a.InvocationMetrics?.GuardrailCoverage is null))
        {
            AddCoverage(whole);
        }
    }

    /// <summary>Notes members that this version does not know.</summary>
    public void ReadOthers(string path, IDictionary<string, JsonElement>? others)
    {
        foreach (KeyValuePair<string, JsonElement> other in others ?? new Dictionary<string, JsonElement>())
        {
            if (other.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                AddUnknown($"{path}.{other.Key}", "is unknown");
            }
        }
    }

    private void AddCoverage(GuardrailCoverage? coverage)
    {
        UnguardedTextCharacters += Missing(coverage?.TextCharacters?.Guarded, coverage?.TextCharacters?.Total);
        UnguardedImages += Missing(coverage?.Images?.Guarded, coverage?.Images?.Total);
    }

    private static int Missing(int? guarded, int? total) => total is { } all && guarded is { } some ? Math.Max(0, all - some) : 0;
}
