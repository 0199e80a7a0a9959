using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the simulated service does for an operation, or a few that belong together. Thread-safe; one object serves all services of the
/// process.</summary>
internal interface ISimulatedOperation
{
    /// <summary>Methods and paths of the operations.</summary>
    IReadOnlyList<OperationTemplate> Templates { get; }

    /// <summary>Whether it answers from what earlier calls made, so that answers set up for other operations are no reason to refuse.</summary>
    bool IsAnsweredFromState => false;

    /// <summary>Whether the operations are those of bedrock-runtime.</summary>
    bool IsOfRuntime => true;

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceFailure">The service refuses the request.</exception>
    Answer Answer(OperationCall call);

    /// <summary>Makes the checks of the service alone, for a call whose answer is set up; without checks of its own, every body passes.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="ServiceFailure">The service refuses the request.</exception>
    void Check(OperationCall call)
    {
    }

    /// <summary>A frame with one JSON event, for faults in the middle of a stream.</summary>
    byte[] Frame(ReadOnlyMemory<byte> json, int index) => EventFrames.Chunk(json, index);
}
