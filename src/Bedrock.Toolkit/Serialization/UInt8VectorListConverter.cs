namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors of unsigned bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UInt8VectorListConverter : WholeNumberVectorListConverter<byte>;
