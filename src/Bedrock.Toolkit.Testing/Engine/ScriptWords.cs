namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>How messages speak of what is scripted.</summary>
/// <param name="Subject">Such as <c>The model 'x'</c>.</param>
/// <param name="SetUp">What sets up its answers, such as <c>When(model)</c>.</param>
/// <param name="Call">The client's method for a whole answer.</param>
/// <param name="StreamCall">The client's method for a stream.</param>
internal sealed record ScriptWords(string Subject, string SetUp, string Call, string StreamCall)
{
    /// <summary>What was set up, and how.</summary>
    /// <returns>Such as <c>The model 'x' by When(model)</c>.</returns>
    public override string ToString() => $"{Subject} by {SetUp}";
}
