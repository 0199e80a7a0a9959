namespace Bedrock.Toolkit.Guardrails;

public sealed partial class ApplyGuardrailResponse
{
    private protected override ObjectSummary Summarise() => new("Outputs", Action?.Value, ObjectSummary.Count(Outputs.Count, "output"));
}

public sealed partial class InvokeGuardrailChecksResponse
{
    private protected override ObjectSummary Summarise() => new("Results");
}
