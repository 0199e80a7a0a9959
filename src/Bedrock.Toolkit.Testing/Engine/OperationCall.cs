using System.Collections.Concurrent;
using Bedrock.Toolkit.Testing.ObjectStore;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A call that the simulated service answers.</summary>
/// <param name="Route">The operation and what its path names.</param>
/// <param name="Request">The request, authenticated.</param>
/// <param name="Time">The clock of the service.</param>
/// <param name="Region">The Region of the service.</param>
/// <param name="State">What one service remembers between calls, by names that the operations choose.</param>
internal sealed record OperationCall(OperationRoute Route, ReceivedRequest Request, TimeProvider Time, string Region,
    ConcurrentDictionary<string, object> State)
{
    /// <summary>The S3 beside the service.</summary>
    public required SimulatedStore Store { get; init; }

    /// <summary>Answers a record of a batch as its model would a call.</summary>
    public required Func<ReceivedRequest, Answer> AnswerRecord { get; init; }
}
