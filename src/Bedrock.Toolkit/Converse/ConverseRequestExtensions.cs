using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Brings requests to what a model takes, for callers that rather change than refuse. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConverseRequestExtensions
{
    /// <summary>Brings the conversation of a request to the form that a model takes, wherever it comes from.</summary>
    /// <remarks>
    /// Blank texts, empty turns and reasoning that the model does not take are left out; names and ids of calls get aliases; turns of one role in a row
    /// become one; every call has its result in the next message; tools of the history are declared.
    /// </remarks>
    /// <param name="request">The request, which is changed; its messages are replaced, not changed.</param>
    /// <param name="rules">What the model takes.</param>
    /// <param name="changed">Hears of each change that means something, as a sentence that names the member; null when nobody does.</param>
    public static void FitMessages(this ConverseRequest request, ModelRules rules, Action<string>? changed = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rules);
        new ReplayedConversation(rules, changed ?? (static _ => { })).Apply(request);
    }
}
