namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>What the adversary does to one request.</summary>
internal enum Fault
{
    None,
    Status503,
    Throttled,
    HtmlWithAWrongDate,
    DrippingError,
    NoAnswer,
    Hang,
    HandlerFails,
    HandlerGivesUp,
    ErrorWithStatus200,
    BareError,
    EmptyBody,
    Truncated,
    Garbage,
    FirstFrameIsAnError,
    ErrorAfterAnEvent,
    CutAfterAnEvent,
    WrongChecksum,
    SilenceInside,
    SilenceAfterTheEnd,
    GarbageAfterTheEnd,
    UnknownFrames,
    ByteByByte,
    QuotesTheCaller,
}
