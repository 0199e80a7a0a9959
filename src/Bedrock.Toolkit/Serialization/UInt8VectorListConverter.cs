using System.ComponentModel;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors of unsigned bytes. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UInt8VectorListConverter : WholeNumberVectorListConverter<byte>;
