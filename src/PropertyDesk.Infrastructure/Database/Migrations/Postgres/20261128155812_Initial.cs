using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PropertyDesk.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    IsPlatformOperator = table.Column<bool>(type: "boolean", nullable: false),
                    TotpSecret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    TotpPending = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    TotpStep = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SecondFactorRoles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    BillCodeMonths = table.Column<int>(type: "integer", nullable: false),
                    BillCodeEndsWithClaim = table.Column<bool>(type: "boolean", nullable: false),
                    WaiversAsCollected = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LoginContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoginContacts_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LoginSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Ticket = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsStrong = table.Column<bool>(type: "boolean", nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Network = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoginSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoginSessions_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OneTimeCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BrowserHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Network = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Secret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WrongTries = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneTimeCodes_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountSubjects",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSubjects", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AccountSubjects_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalLimits",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsUnlimited = table.Column<bool>(type: "boolean", nullable: false),
                    Limit_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalLimits", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ApprovalLimits_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuditAlarms",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Law = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Wrong = table.Column<int>(type: "integer", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditAlarms", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AuditAlarms_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallTopics",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallTopics", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_CallTopics_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelAccounts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MerchantId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AppId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CertificateSerial = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ProtectedPrivateKey = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    ProtectedApiKey = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    ChannelKeyId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChannelKey = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    OtherChannelKeyId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    OtherChannelKey = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ProtectedAppSecret = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    IsDirect = table.Column<bool>(type: "boolean", nullable: false),
                    IsOffered = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelAccounts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChannelAccounts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelNotices",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EventKey = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelNotices", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChannelNotices_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    BillingDay = table.Column<int>(type: "integer", nullable: false),
                    DueDays = table.Column<int>(type: "integer", nullable: false),
                    ReadingAlarmTimes = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    LateFeeDailyRate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    LateFeeGraceDays = table.Column<int>(type: "integer", nullable: false),
                    LateFeeCapShare = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    LateFeeOrder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RunsNeedApproval = table.Column<bool>(type: "boolean", nullable: false),
                    PursesPayBills = table.Column<bool>(type: "boolean", nullable: false),
                    PursesPayWholeOnly = table.Column<bool>(type: "boolean", nullable: false),
                    PursesCrossClasses = table.Column<bool>(type: "boolean", nullable: false),
                    ReceiptPaper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Communities_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebitLayouts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MerchantNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FormatJson = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebitLayouts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DebitLayouts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryGates",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FreeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    RestsUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FailingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryGates", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliveryGates_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliverySettings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    QuietUntil = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    EmailsPerMinute = table.Column<int>(type: "integer", nullable: false),
                    SmsPerMinute = table.Column<int>(type: "integer", nullable: false),
                    EmailsPerRecipient = table.Column<int>(type: "integer", nullable: false),
                    SmsPerRecipient = table.Column<int>(type: "integer", nullable: false),
                    SmsCodesPerDay = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ProtectedReceiptSecret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliverySettings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliverySettings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryTemplates",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ParameterOrder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AttachesBill = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryTemplates", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliveryTemplates_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Departments_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailAccounts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Host = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Port = table.Column<int>(type: "integer", nullable: false),
                    Security = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ProtectedPassword = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    FromAddress = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReplyTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailAccounts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MailAccounts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeDays",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeDays", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OfficeDays_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeHours",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Weekday = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeHours", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OfficeHours_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerTags",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Mark = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Colour = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsSensitive = table.Column<bool>(type: "boolean", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerTags", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerTags_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PeriodClosings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReopenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReopenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReopenReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodClosings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PeriodClosings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReconciledDays",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FileHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TakenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciledDays", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReconciledDays_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SmsAccounts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    KeyId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProtectedSecret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    SignName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AppId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PricePerPart = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SmsAccounts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SmsAccounts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementLayouts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DateColumn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReferenceColumn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AmountColumn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TextColumn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FeeColumn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLayouts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_StatementLayouts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherRules",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Word = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherRules", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_VoucherRules_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Current = table.Column<int>(type: "integer", nullable: false),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Articles_CallTopics_CompanyId_TopicId",
                        columns: x => new { x.CompanyId, x.TopicId },
                        principalTable: "CallTopics",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Articles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillSums",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Grain = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenBills = table.Column<int>(type: "integer", nullable: false),
                    Households = table.Column<int>(type: "integer", nullable: false),
                    HouseholdsPaid = table.Column<int>(type: "integer", nullable: false),
                    Billed_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Collected_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Posted_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Red_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Waived_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillSums", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BillSums_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillSums_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Buildings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SortOrder = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buildings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Buildings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Buildings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChargeItems",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OnBehalf = table.Column<bool>(type: "boolean", nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    VatRate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    VacancyRelief = table.Column<bool>(type: "boolean", nullable: true),
                    PurseClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChargeItems", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChargeItems_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeItems_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityAuxiliaries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityAuxiliaries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_CommunityAuxiliaries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommunityAuxiliaries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DunningLadders",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    Scope = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Terms = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    PromiseDays = table.Column<int>(type: "integer", nullable: false),
                    LetterDays = table.Column<int>(type: "integer", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DunningLadders", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DunningLadders_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningLadders_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    UploadedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConfirmedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ImportBatches_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JournalEntries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_JournalEntries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JournalEntries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsUrgent = table.Column<bool>(type: "boolean", nullable: false),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false),
                    Terms = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ToldVersion = table.Column<int>(type: "integer", nullable: false),
                    PublishAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Notices_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notices_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Owners",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Initials = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SearchPhone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IdNumberCipher = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Owners", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Owners_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Owners_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Owners_Owners_CompanyId_MergedIntoId",
                        columns: x => new { x.CompanyId, x.MergedIntoId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParkingSpaces",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParkingSpaces", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ParkingSpaces_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParkingSpaces_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Partners_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Partners_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintRounds",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintRounds", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PrintRounds_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrintRounds_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptBooks",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptBooks", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReceiptBooks_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReceiptBooks_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportFiles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Report = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViewId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ContentType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFiles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportFiles_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportFiles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportViews",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Report = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Span = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    Rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Weekday = table.Column<int>(type: "integer", nullable: false),
                    MonthDay = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportViews", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportViews_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportViews_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Shifts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CashierId = table.Column<Guid>(type: "uuid", nullable: false),
                    CashierName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Slot = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Pieces = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SentBackBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SentBackBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AcceptedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AcceptedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Counted_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Expected_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Float_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Shifts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Shifts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_StoredFiles_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Intro = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    IsAnonymous = table.Column<bool>(type: "boolean", nullable: false),
                    LowScore = table.Column<int>(type: "integer", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Terms = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OpenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Surveys_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Surveys_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitorSettings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeepDays = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitorSettings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_VisitorSettings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitorSettings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherExports",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Scope = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Grouping = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Closed = table.Column<bool>(type: "boolean", nullable: false),
                    Vouchers = table.Column<int>(type: "integer", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Elsewhere = table.Column<int>(type: "integer", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EntryIds = table.Column<byte[]>(type: "bytea", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Debits_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherExports", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_VoucherExports_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoucherExports_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WatchEntries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Plate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneTail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchEntries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_WatchEntries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WatchEntries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebitBatches",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LayoutId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DueUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExportedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ExportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExportedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ContentCipher = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    CancelledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebitBatches", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DebitBatches_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitBatches_DebitLayouts_CompanyId_LayoutId",
                        columns: x => new { x.CompanyId, x.LayoutId },
                        principalTable: "DebitLayouts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentMembers",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentMembers", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DepartmentMembers_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartmentMembers_Departments_CompanyId_DepartmentId",
                        columns: x => new { x.CompanyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatrolRoutes",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WeekdayBits = table.Column<int>(type: "integer", nullable: false),
                    Every = table.Column<int>(type: "integer", nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    MustScan = table.Column<bool>(type: "boolean", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsResting = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatrolRoutes", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PatrolRoutes_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolRoutes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolRoutes_Departments_CompanyId_DepartmentId",
                        columns: x => new { x.CompanyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketCategories",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    RespondNormal = table.Column<int>(type: "integer", nullable: false),
                    ResolveNormal = table.Column<int>(type: "integer", nullable: false),
                    RespondUrgent = table.Column<int>(type: "integer", nullable: false),
                    ResolveUrgent = table.Column<int>(type: "integer", nullable: false),
                    RespondEmergency = table.Column<int>(type: "integer", nullable: false),
                    ResolveEmergency = table.Column<int>(type: "integer", nullable: false),
                    FollowUpPercent = table.Column<int>(type: "integer", nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketCategories", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_TicketCategories_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketCategories_Departments_CompanyId_DepartmentId",
                        columns: x => new { x.CompanyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DayId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fee_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Gross_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Settlements_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Settlements_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Settlements_ReconciledDays_CompanyId_DayId",
                        columns: x => new { x.CompanyId, x.DayId },
                        principalTable: "ReconciledDays",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArticleVersions",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleVersions", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ArticleVersions_Articles_CompanyId_ArticleId",
                        columns: x => new { x.CompanyId, x.ArticleId },
                        principalTable: "Articles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArticleVersions_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assets",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Maker = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SerialNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    InstalledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WarrantyUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    InspectedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CountUnit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Assets_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assets_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assets_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MasterMeters",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Multiplier = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MasterMeters", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MasterMeters_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MasterMeters_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MasterMeters_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Entrance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    SearchNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    BillingArea = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InnerArea = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    People = table.Column<int>(type: "integer", nullable: true),
                    HandoverDate = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnersPay = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Units_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Units_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Units_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemSubjects",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemSubjects", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ItemSubjects_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemSubjects_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemSubjects_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Tariffs",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MeterKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AreaBasis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BilledMonths = table.Column<int>(type: "integer", nullable: false),
                    BilledInAdvance = table.Column<bool>(type: "boolean", nullable: false),
                    YearStart = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tariffs", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Tariffs_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tariffs_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tariffs_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportBatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Entity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EntityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ImportChanges_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportChanges_ImportBatches_CompanyId_ImportBatchId",
                        columns: x => new { x.CompanyId, x.ImportBatchId },
                        principalTable: "ImportBatches",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JournalLines",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    JournalEntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    BillId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalLines", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_JournalLines_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JournalLines_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JournalLines_JournalEntries_CompanyId_JournalEntryId",
                        columns: x => new { x.CompanyId, x.JournalEntryId },
                        principalTable: "JournalEntries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityEvents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(7500)", maxLength: 7500, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignUpUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    PerHousehold = table.Column<int>(type: "integer", nullable: false),
                    Terms = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityEvents", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_CommunityEvents_Taken", "\"Taken\" >= 0 AND \"Taken\" <= \"Places\"");
                    table.ForeignKey(
                        name: "FK_CommunityEvents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommunityEvents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommunityEvents_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeEvents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeEvents", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoticeEvents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeEvents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeEvents_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeVersions",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Expect = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeVersions", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoticeVersions_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeVersions_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeVersions_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DataRequests_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataRequests_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataRequests_Owners_CompanyId_OpenOwnerId",
                        columns: x => new { x.CompanyId, x.OpenOwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataRequests_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryPreferences",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RefusesEmail = table.Column<bool>(type: "boolean", nullable: false),
                    RefusesSms = table.Column<bool>(type: "boolean", nullable: false),
                    RefusesPhone = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryPreferences", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliveryPreferences_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliveryPreferences_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliveryPreferences_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deposits",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RefundedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Held_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deposits", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Deposits_Held", "\"Held_Fen\" >= 0 AND \"Held_Fen\" <= \"Amount_Fen\" AND (\"RefundedOn\" IS NULL OR \"Held_Fen\" = 0)");
                    table.ForeignKey(
                        name: "FK_Deposits_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deposits_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deposits_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mandates",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CurrentOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Bank = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AccountCipher = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AccountTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AgreementNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    IsLimited = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Limit_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mandates", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Mandates_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mandates_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mandates_Owners_CompanyId_CurrentOwnerId",
                        columns: x => new { x.CompanyId, x.CurrentOwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mandates_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AllCommunities = table.Column<bool>(type: "boolean", nullable: false),
                    DisabledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    InvitedAs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Memberships_Owner", "(\"OwnerId\" IS NOT NULL AND \"Role\" IN ('Owner', 'FamilyPayer', 'FamilyViewer')) OR (\"OwnerId\" IS NULL AND \"Role\" NOT IN ('Owner', 'FamilyPayer', 'FamilyViewer'))");
                    table.ForeignKey(
                        name: "FK_Memberships_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeReads",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeReads", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoticeReads_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeReads_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeReads_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeReads_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerChanges",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    After = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerChanges", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerChanges_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerChanges_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerChanges_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerMerges",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "uuid", nullable: false),
                    DuplicateId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenDuplicateId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UndoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerMerges", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerMerges_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerMerges_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerMerges_Owners_CompanyId_DuplicateId",
                        columns: x => new { x.CompanyId, x.DuplicateId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerMerges_Owners_CompanyId_OpenDuplicateId",
                        columns: x => new { x.CompanyId, x.OpenDuplicateId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerMerges_Owners_CompanyId_SurvivorId",
                        columns: x => new { x.CompanyId, x.SurvivorId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerNotes",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    IsPinned = table.Column<bool>(type: "boolean", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StruckBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StruckAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StruckBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerNotes", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerNotes_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerNotes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerNotes_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerTaggings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TagId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenTagId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PutBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerTaggings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerTaggings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerTaggings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerTaggings_OwnerTags_CompanyId_OpenTagId",
                        columns: x => new { x.CompanyId, x.OpenTagId },
                        principalTable: "OwnerTags",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerTaggings_OwnerTags_CompanyId_TagId",
                        columns: x => new { x.CompanyId, x.TagId },
                        principalTable: "OwnerTags",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerTaggings_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentPromises",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentPromises", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentPromises_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurseConsents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurseConsents", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PurseConsents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseConsents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseConsents_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurseReleases",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurseReleases", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_PurseReleases_Amount", "\"Amount_Fen\" > 0 AND \"From\" <> \"To\"");
                    table.ForeignKey(
                        name: "FK_PurseReleases_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseReleases_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseReleases_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Purses",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Balance_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Held_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purses", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Purses_Balance", "\"Held_Fen\" >= 0 AND \"Balance_Fen\" >= \"Held_Fen\"");
                    table.ForeignKey(
                        name: "FK_Purses_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Purses_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Purses_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerContacts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerContacts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartnerContacts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerContacts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerContacts_Partners_CompanyId_PartnerId",
                        columns: x => new { x.CompanyId, x.PartnerId },
                        principalTable: "Partners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerDates",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    DayOfMonth = table.Column<int>(type: "integer", nullable: false),
                    EveryMonths = table.Column<int>(type: "integer", nullable: false),
                    RemindDays = table.Column<int>(type: "integer", nullable: false),
                    RemindOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerDates", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartnerDates_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerDates_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerDates_Partners_CompanyId_PartnerId",
                        columns: x => new { x.CompanyId, x.PartnerId },
                        principalTable: "Partners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViewRecipients",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ViewId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViewRecipients", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ViewRecipients_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViewRecipients_ReportViews_CompanyId_ViewId",
                        columns: x => new { x.CompanyId, x.ViewId },
                        principalTable: "ReportViews",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankDeposits",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShiftId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DepositedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DepositedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankDeposits", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BankDeposits_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankDeposits_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankDeposits_Shifts_CompanyId_ShiftId",
                        columns: x => new { x.CompanyId, x.ShiftId },
                        principalTable: "Shifts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CashierId = table.Column<Guid>(type: "uuid", nullable: true),
                    CashierName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShiftId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Prepaid_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Payments_Amount", "(\"Amount_Fen\" > 0 AND \"Prepaid_Fen\" >= 0 AND \"ReversesId\" IS NULL) OR (\"Amount_Fen\" < 0 AND \"Prepaid_Fen\" <= 0)");
                    table.ForeignKey(
                        name: "FK_Payments_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Payments_CompanyId_ReversesId",
                        columns: x => new { x.CompanyId, x.ReversesId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Shifts_CompanyId_ShiftId",
                        columns: x => new { x.CompanyId, x.ShiftId },
                        principalTable: "Shifts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeFiles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeFiles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoticeFiles_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeFiles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeFiles_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeFiles_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnerDocuments",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnerDocuments", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OwnerDocuments_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerDocuments_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerDocuments_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwnerDocuments_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerAgreements",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerAgreements", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_Partners_CompanyId_PartnerId",
                        columns: x => new { x.CompanyId, x.PartnerId },
                        principalTable: "Partners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerEntries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerEntries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PartnerEntries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerEntries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerEntries_Partners_CompanyId_PartnerId",
                        columns: x => new { x.CompanyId, x.PartnerId },
                        principalTable: "Partners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerEntries_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyQuestions",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Options = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyQuestions", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Surveys_CompanyId_SurveyId",
                        columns: x => new { x.CompanyId, x.SurveyId },
                        principalTable: "Surveys",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherFiles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherFiles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_VoucherFiles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoucherFiles_VoucherExports_CompanyId_ExportId",
                        columns: x => new { x.CompanyId, x.ExportId },
                        principalTable: "VoucherExports",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebitReturns",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentCipher = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    TakenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    SuccessCount = table.Column<int>(type: "integer", nullable: false),
                    Repeated = table.Column<int>(type: "integer", nullable: false),
                    SuccessTotal_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Total_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebitReturns", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DebitReturns_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitReturns_DebitBatches_CompanyId_BatchId",
                        columns: x => new { x.CompanyId, x.BatchId },
                        principalTable: "DebitBatches",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Patrols",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RouteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MustScan = table.Column<bool>(type: "boolean", nullable: false),
                    DueFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StopCount = table.Column<int>(type: "integer", nullable: false),
                    DoneCount = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patrols", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Patrols_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Patrols_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Patrols_Departments_CompanyId_DepartmentId",
                        columns: x => new { x.CompanyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Patrols_PatrolRoutes_CompanyId_RouteId",
                        columns: x => new { x.CompanyId, x.RouteId },
                        principalTable: "PatrolRoutes",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RouteStops",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RouteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Points = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouteStops", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_RouteStops_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteStops_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteStops_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteStops_PatrolRoutes_CompanyId_RouteId",
                        columns: x => new { x.CompanyId, x.RouteId },
                        principalTable: "PatrolRoutes",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Entrance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Riser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Says = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ExpectedBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OpenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Result = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndNoticeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Incidents_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Notices_CompanyId_EndNoticeId",
                        columns: x => new { x.CompanyId, x.EndNoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_TicketCategories_CompanyId_CategoryId",
                        columns: x => new { x.CompanyId, x.CategoryId },
                        principalTable: "TicketCategories",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetCounts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetCounts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AssetCounts_Assets_CompanyId_AssetId",
                        columns: x => new { x.CompanyId, x.AssetId },
                        principalTable: "Assets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetCounts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetCounts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetFailures",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Stops = table.Column<bool>(type: "boolean", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RepairedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RepairedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Repair = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Cost_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetFailures", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AssetFailures_Assets_CompanyId_AssetId",
                        columns: x => new { x.CompanyId, x.AssetId },
                        principalTable: "Assets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetFailures_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetFailures_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MaintenancePlans",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Every = table.Column<int>(type: "integer", nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeadDays = table.Column<int>(type: "integer", nullable: false),
                    Checklist = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    BaseCount = table.Column<long>(type: "bigint", nullable: false),
                    Next = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaintenancePlans", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MaintenancePlans_Assets_CompanyId_AssetId",
                        columns: x => new { x.CompanyId, x.AssetId },
                        principalTable: "Assets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenancePlans_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenancePlans_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MasterReadings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MasterMeterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Previous = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Current = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MasterReadings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MasterReadings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MasterReadings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MasterReadings_MasterMeters_CompanyId_MasterMeterId",
                        columns: x => new { x.CompanyId, x.MasterMeterId },
                        principalTable: "MasterMeters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillRuns",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BillCount = table.Column<int>(type: "integer", nullable: false),
                    LineCount = table.Column<int>(type: "integer", nullable: false),
                    Seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Overview = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WorkBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    WorkBuildings = table.Column<List<Guid>>(type: "uuid[]", nullable: true),
                    WorkFailure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Total_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillRuns", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BillRuns_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillRuns_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillRuns_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdMembers",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    BirthYear = table.Column<int>(type: "integer", nullable: true),
                    IsEmergencyContact = table.Column<bool>(type: "boolean", nullable: false),
                    LivesElsewhere = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HasMovedOut = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdMembers", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_HouseholdMembers_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMembers_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMembers_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMembers_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    LesseeId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Leases_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leases_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leases_Owners_CompanyId_LesseeId",
                        columns: x => new { x.CompanyId, x.LesseeId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leases_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Meters",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Multiplier = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Digits = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meters", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Meters_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meters_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meters_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ownerships",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Share = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ownerships", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Ownerships_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ownerships_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ownerships_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ownerships_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParkingUses",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParkingSpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Plate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SearchPlate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    SearchPlateEnd = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    MonthlyFee_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParkingUses", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ParkingUses_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParkingUses_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParkingUses_ParkingSpaces_CompanyId_ParkingSpaceId",
                        columns: x => new { x.CompanyId, x.ParkingSpaceId },
                        principalTable: "ParkingSpaces",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParkingUses_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pets",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Licence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LicenceUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HasMovedOut = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pets", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Pets_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pets_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pets_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pets_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundStops",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundStops", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_RoundStops_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundStops_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundStops_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundStops_PrintRounds_CompanyId_RoundId",
                        columns: x => new { x.CompanyId, x.RoundId },
                        principalTable: "PrintRounds",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundStops_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitAreas",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    BillingArea = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Before = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    InnerArea = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    InnerBefore = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitAreas", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_UnitAreas_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitAreas_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitAreas_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitEvents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitEvents", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_UnitEvents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitEvents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitEvents_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vacancies",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Rate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vacancies", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Vacancies_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vacancies_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vacancies_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PassCode = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Plate = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    WatchReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Visits_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visits_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visits_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visits_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedMeters",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TariffId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Multiplier = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedMeters", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SharedMeters_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedMeters_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedMeters_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedMeters_Tariffs_CompanyId_TariffId",
                        columns: x => new { x.CompanyId, x.TariffId },
                        principalTable: "Tariffs",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TariffVersions",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TariffId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Price = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Tiers = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FixedPart = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    MinimumCharge = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    LossRate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    PeopleIncluded = table.Column<int>(type: "integer", nullable: true),
                    ExtraPerPerson = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Formula = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TariffVersions", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_TariffVersions_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TariffVersions_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TariffVersions_Tariffs_CompanyId_TariffId",
                        columns: x => new { x.CompanyId, x.TariffId },
                        principalTable: "Tariffs",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventPhotos",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventPhotos", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_EventPhotos_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventPhotos_CommunityEvents_CompanyId_EventId",
                        columns: x => new { x.CompanyId, x.EventId },
                        principalTable: "CommunityEvents",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventPhotos_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventPhotos_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventSignUps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventSignUps", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_EventSignUps_People", "\"People\" > 0");
                    table.ForeignKey(
                        name: "FK_EventSignUps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventSignUps_CommunityEvents_CompanyId_EventId",
                        columns: x => new { x.CompanyId, x.EventId },
                        principalTable: "CommunityEvents",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventSignUps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventSignUps_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepositEntries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepositId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ShiftId = table.Column<Guid>(type: "uuid", nullable: true),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    Code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    PrintCount = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepositEntries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DepositEntries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepositEntries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepositEntries_Deposits_CompanyId_DepositId",
                        columns: x => new { x.CompanyId, x.DepositId },
                        principalTable: "Deposits",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepositEntries_Shifts_CompanyId_ShiftId",
                        columns: x => new { x.CompanyId, x.ShiftId },
                        principalTable: "Shifts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MembershipCommunity",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MembershipCommunity", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MembershipCommunity_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MembershipCommunity_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MembershipCommunity_Memberships_CompanyId_MembershipId",
                        columns: x => new { x.CompanyId, x.MembershipId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergedRows",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MergeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Columns = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RowVersion = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedRows", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MergedRows_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MergedRows_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MergedRows_OwnerMerges_CompanyId_MergeId",
                        columns: x => new { x.CompanyId, x.MergeId },
                        principalTable: "OwnerMerges",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurseEntries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PurseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurseEntries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PurseEntries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseEntries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseEntries_Purses_CompanyId_PurseId",
                        columns: x => new { x.CompanyId, x.PurseId },
                        principalTable: "Purses",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelOrders",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PendingOf = table.Column<Guid>(type: "uuid", nullable: true),
                    PayAddress = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    PayerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PayerCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NextCheckAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Checks = table.Column<int>(type: "integer", nullable: false),
                    CheckedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastProblem = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LastProblemText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TransactionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelOrders", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_ChannelOrders_Amount", "\"Amount_Fen\" > 0");
                    table.ForeignKey(
                        name: "FK_ChannelOrders_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrders_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrders_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrders_Owners_CompanyId_PendingOf",
                        columns: x => new { x.CompanyId, x.PendingOf },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrders_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentTenders",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TransactionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Handed_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentTenders", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_PaymentTenders_Amount", "\"Amount_Fen\" <> 0");
                    table.CheckConstraint("CK_PaymentTenders_Handed", "\"Handed_Fen\" = 0 OR \"Handed_Fen\" >= \"Amount_Fen\"");
                    table.ForeignKey(
                        name: "FK_PaymentTenders_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentTenders_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentTenders_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Book = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PrintCount = table.Column<int>(type: "integer", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Receipts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Receipts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Receipts_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReconciliationItems",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DayId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TransactionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsTheirs = table.Column<bool>(type: "boolean", nullable: false),
                    OccurredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepositId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmsId = table.Column<Guid>(type: "uuid", nullable: true),
                    Decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Fee_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Ours_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Theirs_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciliationItems", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReconciliationItems_BankDeposits_CompanyId_DepositId",
                        columns: x => new { x.CompanyId, x.DepositId },
                        principalTable: "BankDeposits",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReconciliationItems_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReconciliationItems_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReconciliationItems_ReconciledDays_CompanyId_DayId",
                        columns: x => new { x.CompanyId, x.DayId },
                        principalTable: "ReconciledDays",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReversalOf = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChannelNote = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ChannelNoteText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChannelTries = table.Column<int>(type: "integer", nullable: false),
                    NextCheckAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HeldPurseId = table.Column<Guid>(type: "uuid", nullable: true),
                    RedPaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    CarriedOutBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CarriedOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Held_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Refunds_Amount", "\"Amount_Fen\" > 0");
                    table.ForeignKey(
                        name: "FK_Refunds_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Payments_CompanyId_RedPaymentId",
                        columns: x => new { x.CompanyId, x.RedPaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Payments_CompanyId_ReversalOf",
                        columns: x => new { x.CompanyId, x.ReversalOf },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Purses_CompanyId_HeldPurseId",
                        columns: x => new { x.CompanyId, x.HeldPurseId },
                        principalTable: "Purses",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebitLines",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MandateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bank = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AccountCipher = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AccountTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AgreementNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ResultCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ResultText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    BankDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsCase = table.Column<bool>(type: "boolean", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebitLines", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_DebitLines_Amount", "\"Amount_Fen\" > 0");
                    table.ForeignKey(
                        name: "FK_DebitLines_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_DebitBatches_CompanyId_BatchId",
                        columns: x => new { x.CompanyId, x.BatchId },
                        principalTable: "DebitBatches",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_DebitReturns_CompanyId_ReturnId",
                        columns: x => new { x.CompanyId, x.ReturnId },
                        principalTable: "DebitReturns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_Mandates_CompanyId_MandateId",
                        columns: x => new { x.CompanyId, x.MandateId },
                        principalTable: "Mandates",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLines_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatrolStops",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatrolId = table.Column<Guid>(type: "uuid", nullable: false),
                    RouteStopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Points = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsScanned = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatrolStops", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PatrolStops_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolStops_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolStops_Patrols_CompanyId_PatrolId",
                        columns: x => new { x.CompanyId, x.PatrolId },
                        principalTable: "Patrols",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolStops_RouteStops_CompanyId_RouteStopId",
                        columns: x => new { x.CompanyId, x.RouteStopId },
                        principalTable: "RouteStops",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentSteps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ExpectedBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentSteps", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_IncidentSteps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentSteps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentSteps_Incidents_CompanyId_IncidentId",
                        columns: x => new { x.CompanyId, x.IncidentId },
                        principalTable: "Incidents",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    OpenedById = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RespondBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RespondedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ResolveBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ResolvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PausedMinutes = table.Column<int>(type: "integer", nullable: true),
                    WarnedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EscalatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Urges = table.Column<int>(type: "integer", nullable: false),
                    Rounds = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    FollowsUp = table.Column<bool>(type: "boolean", nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    IsUnsettled = table.Column<bool>(type: "boolean", nullable: false),
                    RedressById = table.Column<Guid>(type: "uuid", nullable: true),
                    RedressBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Tickets_Assets_CompanyId_AssetId",
                        columns: x => new { x.CompanyId, x.AssetId },
                        principalTable: "Assets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Departments_CompanyId_DepartmentId",
                        columns: x => new { x.CompanyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Incidents_CompanyId_IncidentId",
                        columns: x => new { x.CompanyId, x.IncidentId },
                        principalTable: "Incidents",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_TicketCategories_CompanyId_CategoryId",
                        columns: x => new { x.CompanyId, x.CategoryId },
                        principalTable: "TicketCategories",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MaintenanceTasks",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Time = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaintenanceTasks", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MaintenanceTasks_Assets_CompanyId_AssetId",
                        columns: x => new { x.CompanyId, x.AssetId },
                        principalTable: "Assets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenanceTasks_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenanceTasks_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenanceTasks_MaintenancePlans_CompanyId_PlanId",
                        columns: x => new { x.CompanyId, x.PlanId },
                        principalTable: "MaintenancePlans",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MaintenanceTasks_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bills",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillRunId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    BuildingId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LateFeeDailyRate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    LateFeeGraceDays = table.Column<int>(type: "integer", nullable: false),
                    LateFeeCapShare = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Unusualness = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Before_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Credited_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Outstanding_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Paid_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Total_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bills", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Bills_Outstanding", "\"Outstanding_Fen\" = \"Total_Fen\" - \"Credited_Fen\" - \"Paid_Fen\"");
                    table.ForeignKey(
                        name: "FK_Bills_BillRuns_CompanyId_BillRunId",
                        columns: x => new { x.CompanyId, x.BillRunId },
                        principalTable: "BillRuns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bills_Buildings_CompanyId_BuildingId",
                        columns: x => new { x.CompanyId, x.BuildingId },
                        principalTable: "Buildings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bills_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bills_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bills_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bills_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurseUses",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    BillRunId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurseUses", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_PurseUses_Amount", "(\"Amount_Fen\" > 0 AND \"ReversesId\" IS NULL) OR (\"Amount_Fen\" < 0 AND \"ReversesId\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_PurseUses_BillRuns_CompanyId_BillRunId",
                        columns: x => new { x.CompanyId, x.BillRunId },
                        principalTable: "BillRuns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseUses_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseUses_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseUses_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PurseUses_PurseUses_CompanyId_ReversesId",
                        columns: x => new { x.CompanyId, x.ReversesId },
                        principalTable: "PurseUses",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeaseItem",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaseItem", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_LeaseItem_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeaseItem_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeaseItem_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeaseItem_Leases_CompanyId_LeaseId",
                        columns: x => new { x.CompanyId, x.LeaseId },
                        principalTable: "Leases",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeterChanges",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeterId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OldNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OldDigits = table.Column<int>(type: "integer", nullable: false),
                    OldMultiplier = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Last = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    OldRollover = table.Column<bool>(type: "boolean", nullable: false),
                    NewNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NewDigits = table.Column<int>(type: "integer", nullable: false),
                    NewMultiplier = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    First = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeterChanges", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_MeterChanges_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeterChanges_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeterChanges_Meters_CompanyId_MeterId",
                        columns: x => new { x.CompanyId, x.MeterId },
                        principalTable: "Meters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Rollover = table.Column<bool>(type: "boolean", nullable: false),
                    Estimated = table.Column<bool>(type: "boolean", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Doubts = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConfirmedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    EnteredBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PhotoId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Readings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readings_Meters_CompanyId_MeterId",
                        columns: x => new { x.CompanyId, x.MeterId },
                        principalTable: "Meters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readings_StoredFiles_CompanyId_PhotoId",
                        columns: x => new { x.CompanyId, x.PhotoId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChargeAssignments",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TariffId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParkingUseId = table.Column<Guid>(type: "uuid", nullable: true),
                    MeterId = table.Column<Guid>(type: "uuid", nullable: true),
                    SharedMeterId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Quantity = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    AgreedPrice = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Weight = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    IsExempt = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChargeAssignments", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_Meters_CompanyId_MeterId",
                        columns: x => new { x.CompanyId, x.MeterId },
                        principalTable: "Meters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_ParkingUses_CompanyId_ParkingUseId",
                        columns: x => new { x.CompanyId, x.ParkingUseId },
                        principalTable: "ParkingUses",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_SharedMeters_CompanyId_SharedMeterId",
                        columns: x => new { x.CompanyId, x.SharedMeterId },
                        principalTable: "SharedMeters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_Tariffs_CompanyId_TariffId",
                        columns: x => new { x.CompanyId, x.TariffId },
                        principalTable: "Tariffs",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChargeAssignments_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedReadings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SharedMeterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Previous = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Current = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedReadings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SharedReadings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReadings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedReadings_SharedMeters_CompanyId_SharedMeterId",
                        columns: x => new { x.CompanyId, x.SharedMeterId },
                        principalTable: "SharedMeters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventCheckIns",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    SignUpId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventCheckIns", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_EventCheckIns_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventCheckIns_CommunityEvents_CompanyId_EventId",
                        columns: x => new { x.CompanyId, x.EventId },
                        principalTable: "CommunityEvents",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventCheckIns_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventCheckIns_EventSignUps_CompanyId_SignUpId",
                        columns: x => new { x.CompanyId, x.SignUpId },
                        principalTable: "EventSignUps",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceRequests",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LiveReceiptId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TitleKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TaxNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceRequests", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_InvoiceRequests_Amount", "\"Amount_Fen\" > 0");
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_Receipts_CompanyId_LiveReceiptId",
                        columns: x => new { x.CompanyId, x.LiveReceiptId },
                        principalTable: "Receipts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_Receipts_CompanyId_ReceiptId",
                        columns: x => new { x.CompanyId, x.ReceiptId },
                        principalTable: "Receipts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvoiceRequests_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DifferencePostings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Against = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PostedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReleasedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Release = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DifferencePostings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DifferencePostings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DifferencePostings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DifferencePostings_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DifferencePostings_ReconciliationItems_CompanyId_ItemId",
                        columns: x => new { x.CompanyId, x.ItemId },
                        principalTable: "ReconciliationItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelCases",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TransactionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IsRefund = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelCases", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChannelCases_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelCases_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelCases_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelCases_Refunds_CompanyId_RefundId",
                        columns: x => new { x.CompanyId, x.RefundId },
                        principalTable: "Refunds",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Caller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Searched = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CallBackBy = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenById = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Calls_ArticleVersions_CompanyId_ReadId",
                        columns: x => new { x.CompanyId, x.ReadId },
                        principalTable: "ArticleVersions",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_CallTopics_CompanyId_TopicId",
                        columns: x => new { x.CompanyId, x.TopicId },
                        principalTable: "CallTopics",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatrolFindings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatrolId = table.Column<Guid>(type: "uuid", nullable: false),
                    StopId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Point = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatrolFindings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PatrolFindings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolFindings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolFindings_PatrolStops_CompanyId_StopId",
                        columns: x => new { x.CompanyId, x.StopId },
                        principalTable: "PatrolStops",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolFindings_Patrols_CompanyId_PatrolId",
                        columns: x => new { x.CompanyId, x.PatrolId },
                        principalTable: "Patrols",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolFindings_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatrolFindings_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketPhotos",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfWork = table.Column<bool>(type: "boolean", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketPhotos", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_TicketPhotos_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketPhotos_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketPhotos_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketPhotos_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketSteps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketSteps", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_TicketSteps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketSteps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketSteps_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkOrders",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WorkerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Worker = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkOrders", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_WorkOrders_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Departments_CompanyId_FromId",
                        columns: x => new { x.CompanyId, x.FromId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Departments_CompanyId_ToId",
                        columns: x => new { x.CompanyId, x.ToId },
                        principalTable: "Departments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkOrders_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskChecks",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskChecks", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_TaskChecks_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskChecks_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskChecks_MaintenanceTasks_CompanyId_TaskId",
                        columns: x => new { x.CompanyId, x.TaskId },
                        principalTable: "MaintenanceTasks",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArrearsNotes",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrearsNotes", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ArrearsNotes_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArrearsNotes_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArrearsNotes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillOpenings",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrongAnswers = table.Column<int>(type: "integer", nullable: false),
                    RestsUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClaimedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillOpenings", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BillOpenings_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOpenings_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOpenings_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelOrderBill",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelOrderBill", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ChannelOrderBill_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrderBill_ChannelOrders_CompanyId_OrderId",
                        columns: x => new { x.CompanyId, x.OrderId },
                        principalTable: "ChannelOrders",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrderBill_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelOrderBill_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CorrectionRequests",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: true),
                    BillRunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reissue = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    AttachmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReissueRunId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectionRequests", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_BillRuns_CompanyId_BillRunId",
                        columns: x => new { x.CompanyId, x.BillRunId },
                        principalTable: "BillRuns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_BillRuns_CompanyId_ReissueRunId",
                        columns: x => new { x.CompanyId, x.ReissueRunId },
                        principalTable: "BillRuns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_StoredFiles_CompanyId_AttachmentId",
                        columns: x => new { x.CompanyId, x.AttachmentId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebitLineBills",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldBillId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebitLineBills", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DebitLineBills_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLineBills_Bills_CompanyId_HeldBillId",
                        columns: x => new { x.CompanyId, x.HeldBillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLineBills_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLineBills_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebitLineBills_DebitLines_CompanyId_LineId",
                        columns: x => new { x.CompanyId, x.LineId },
                        principalTable: "DebitLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecipientName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    TemplateCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Parameters = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AttachesBill = table.Column<bool>(type: "boolean", nullable: false),
                    IsUrgent = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ProviderId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Parts = table.Column<int>(type: "integer", nullable: false),
                    Slot = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedText = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    UsefulUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReportFileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    Cost_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Deliveries_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_ReportFiles_CompanyId_ReportFileId",
                        columns: x => new { x.CompanyId, x.ReportFileId },
                        principalTable: "ReportFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    BillId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CommunityIds = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AcceptedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Invitations_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromisedBills",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PromiseId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenBillId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaidBefore_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromisedBills", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PromisedBills_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromisedBills_Bills_CompanyId_OpenBillId",
                        columns: x => new { x.CompanyId, x.OpenBillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromisedBills_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromisedBills_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromisedBills_PaymentPromises_CompanyId_PromiseId",
                        columns: x => new { x.CompanyId, x.PromiseId },
                        principalTable: "PaymentPromises",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadingCorrections",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReadingId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Before = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    After = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Billed = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingCorrections", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReadingCorrections_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadingCorrections_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadingCorrections_Meters_CompanyId_MeterId",
                        columns: x => new { x.CompanyId, x.MeterId },
                        principalTable: "Meters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReadingCorrections_Readings_CompanyId_ReadingId",
                        columns: x => new { x.CompanyId, x.ReadingId },
                        principalTable: "Readings",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillLines",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ChargeAssignmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    ItemName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OnBehalf = table.Column<bool>(type: "boolean", nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    VatRate = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Working = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    ReversedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Credited_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Net_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Outstanding_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Paid_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillLines", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_BillLines_Outstanding", "\"Outstanding_Fen\" = \"Amount_Fen\" - \"Credited_Fen\" - \"Paid_Fen\"");
                    table.CheckConstraint("CK_BillLines_Sign", "(\"Amount_Fen\" >= 0 AND \"Credited_Fen\" >= 0 AND \"Paid_Fen\" >= 0 AND \"Outstanding_Fen\" >= 0) OR (\"Amount_Fen\" < 0 AND \"Credited_Fen\" <= 0 AND \"Paid_Fen\" <= 0 AND \"Outstanding_Fen\" <= 0)");
                    table.ForeignKey(
                        name: "FK_BillLines_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLines_ChargeAssignments_CompanyId_ChargeAssignmentId",
                        columns: x => new { x.CompanyId, x.ChargeAssignmentId },
                        principalTable: "ChargeAssignments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLines_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLines_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLines_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLines_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillOmissions",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillRunId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeAssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillOmissions", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BillOmissions_BillRuns_CompanyId_BillRunId",
                        columns: x => new { x.CompanyId, x.BillRunId },
                        principalTable: "BillRuns",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOmissions_ChargeAssignments_CompanyId_ChargeAssignmentId",
                        columns: x => new { x.CompanyId, x.ChargeAssignmentId },
                        principalTable: "ChargeAssignments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOmissions_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOmissions_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOmissions_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillOmissions_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallReturns",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Said = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallReturns", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_CallReturns_Calls_CompanyId_CallId",
                        columns: x => new { x.CompanyId, x.CallId },
                        principalTable: "Calls",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallReturns_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallReturns_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderSteps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderSteps", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrderSteps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderSteps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderSteps_WorkOrders_CompanyId_OrderId",
                        columns: x => new { x.CompanyId, x.OrderId },
                        principalTable: "WorkOrders",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryEvents",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryEvents", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliveryEvents_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliveryEvents_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeliveryEvents_Deliveries_CompanyId_DeliveryId",
                        columns: x => new { x.CompanyId, x.DeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DunningContacts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Slot = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClaimedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DunningContacts", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DunningContacts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningContacts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningContacts_Deliveries_CompanyId_DeliveryId",
                        columns: x => new { x.CompanyId, x.DeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningContacts_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeRecipients",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Units = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeRecipients", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoticeRecipients_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeRecipients_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeRecipients_Deliveries_CompanyId_DeliveryId",
                        columns: x => new { x.CompanyId, x.DeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeRecipients_Notices_CompanyId_NoticeId",
                        columns: x => new { x.CompanyId, x.NoticeId },
                        principalTable: "Notices",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeRecipients_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundPapers",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StopId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenDeliveryId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPapers", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_RoundPapers_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundPapers_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundPapers_Deliveries_CompanyId_DeliveryId",
                        columns: x => new { x.CompanyId, x.DeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundPapers_Deliveries_CompanyId_OpenDeliveryId",
                        columns: x => new { x.CompanyId, x.OpenDeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundPapers_RoundStops_CompanyId_StopId",
                        columns: x => new { x.CompanyId, x.StopId },
                        principalTable: "RoundStops",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyInvitations",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Occasion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyInvitations", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Deliveries_CompanyId_DeliveryId",
                        columns: x => new { x.CompanyId, x.DeliveryId },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Surveys_CompanyId_SurveyId",
                        columns: x => new { x.CompanyId, x.SurveyId },
                        principalTable: "Surveys",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Allocations",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PurseEntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allocations", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_Allocations_Amount", "\"Amount_Fen\" <> 0");
                    table.ForeignKey(
                        name: "FK_Allocations_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_Payments_CompanyId_PaymentId",
                        columns: x => new { x.CompanyId, x.PaymentId },
                        principalTable: "Payments",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allocations_PurseEntries_CompanyId_PurseEntryId",
                        columns: x => new { x.CompanyId, x.PurseEntryId },
                        principalTable: "PurseEntries",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillCredits",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChargeItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Working = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Net_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillCredits", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_BillCredits_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillCredits_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillCredits_ChargeItems_CompanyId_ChargeItemId",
                        columns: x => new { x.CompanyId, x.ChargeItemId },
                        principalTable: "ChargeItems",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillCredits_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillCredits_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CorrectionLines",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CorrectionRequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Share = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectionLines", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_CorrectionLines_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionLines_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionLines_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionLines_CorrectionRequests_CompanyId_CorrectionRequ~",
                        columns: x => new { x.CompanyId, x.CorrectionRequestId },
                        principalTable: "CorrectionRequests",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LateFeeFreezes",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    FrozenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LateFeeFreezes", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_LateFeeFreezes_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LateFeeFreezes_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LateFeeFreezes_Bills_CompanyId_OpenOf",
                        columns: x => new { x.CompanyId, x.OpenOf },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LateFeeFreezes_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LateFeeFreezes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketParts",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TicketId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Price_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketParts", x => new { x.CompanyId, x.Id });
                    table.CheckConstraint("CK_TicketParts_Amount", "\"Quantity\" > 0 AND \"Price_Fen\" >= 0 AND \"Amount_Fen\" >= 0");
                    table.ForeignKey(
                        name: "FK_TicketParts_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketParts_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketParts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketParts_Tickets_CompanyId_TicketId",
                        columns: x => new { x.CompanyId, x.TicketId },
                        principalTable: "Tickets",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderFiles",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    StepId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderFiles", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrderFiles_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderFiles_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderFiles_OrderSteps_CompanyId_StepId",
                        columns: x => new { x.CompanyId, x.StepId },
                        principalTable: "OrderSteps",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderFiles_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderFiles_WorkOrders_CompanyId_OrderId",
                        columns: x => new { x.CompanyId, x.OrderId },
                        principalTable: "WorkOrders",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemandLetters",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PayBy = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    LateFee_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandLetters", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DemandLetters_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandLetters_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandLetters_DunningContacts_CompanyId_ContactId",
                        columns: x => new { x.CompanyId, x.ContactId },
                        principalTable: "DunningContacts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandLetters_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandLetters_Units_CompanyId_UnitId",
                        columns: x => new { x.CompanyId, x.UnitId },
                        principalTable: "Units",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DunningCalls",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Again = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DunningCalls", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DunningCalls_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningCalls_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningCalls_DunningContacts_CompanyId_ContactId",
                        columns: x => new { x.CompanyId, x.ContactId },
                        principalTable: "DunningContacts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningCalls_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DunningSteps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Asked_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DunningSteps", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DunningSteps_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningSteps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningSteps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DunningSteps_DunningContacts_CompanyId_ContactId",
                        columns: x => new { x.CompanyId, x.ContactId },
                        principalTable: "DunningContacts",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyInvitations_CompanyId_InvitationId",
                        columns: x => new { x.CompanyId, x.InvitationId },
                        principalTable: "SurveyInvitations",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Surveys_CompanyId_SurveyId",
                        columns: x => new { x.CompanyId, x.SurveyId },
                        principalTable: "Surveys",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenLineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByPortal = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FreezeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CorrectionRequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Disputes_BillLines_CompanyId_BillLineId",
                        columns: x => new { x.CompanyId, x.BillLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_BillLines_CompanyId_OpenLineId",
                        columns: x => new { x.CompanyId, x.OpenLineId },
                        principalTable: "BillLines",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_CorrectionRequests_CompanyId_CorrectionRequestId",
                        columns: x => new { x.CompanyId, x.CorrectionRequestId },
                        principalTable: "CorrectionRequests",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disputes_LateFeeFreezes_CompanyId_FreezeId",
                        columns: x => new { x.CompanyId, x.FreezeId },
                        principalTable: "LateFeeFreezes",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemandedBills",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    BillId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LateFee_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Open_Fen = table.Column<long>(type: "bigint", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandedBills", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DemandedBills_Bills_CompanyId_BillId",
                        columns: x => new { x.CompanyId, x.BillId },
                        principalTable: "Bills",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandedBills_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandedBills_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandedBills_DemandLetters_CompanyId_LetterId",
                        columns: x => new { x.CompanyId, x.LetterId },
                        principalTable: "DemandLetters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterProofs",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    PostNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterProofs", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_LetterProofs_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterProofs_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterProofs_DemandLetters_CompanyId_LetterId",
                        columns: x => new { x.CompanyId, x.LetterId },
                        principalTable: "DemandLetters",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterProofs_StoredFiles_CompanyId_FileId",
                        columns: x => new { x.CompanyId, x.FileId },
                        principalTable: "StoredFiles",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyFollowUps",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Responsible = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyFollowUps", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SurveyFollowUps_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyFollowUps_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyFollowUps_Owners_CompanyId_OwnerId",
                        columns: x => new { x.CompanyId, x.OwnerId },
                        principalTable: "Owners",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyFollowUps_SurveyAnswers_CompanyId_AnswerId",
                        columns: x => new { x.CompanyId, x.AnswerId },
                        principalTable: "SurveyAnswers",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyFollowUps_Surveys_CompanyId_SurveyId",
                        columns: x => new { x.CompanyId, x.SurveyId },
                        principalTable: "Surveys",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyReplies",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choice = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyReplies", x => new { x.CompanyId, x.Id });
                    table.ForeignKey(
                        name: "FK_SurveyReplies_Communities_CompanyId_CommunityId",
                        columns: x => new { x.CompanyId, x.CommunityId },
                        principalTable: "Communities",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyReplies_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyReplies_SurveyAnswers_CompanyId_AnswerId",
                        columns: x => new { x.CompanyId, x.AnswerId },
                        principalTable: "SurveyAnswers",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyReplies_SurveyQuestions_CompanyId_QuestionId",
                        columns: x => new { x.CompanyId, x.QuestionId },
                        principalTable: "SurveyQuestions",
                        principalColumns: new[] { "CompanyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountSubjects_CompanyId_Account",
                table: "AccountSubjects",
                columns: new[] { "CompanyId", "Account" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_AppliedOn",
                table: "Allocations",
                columns: new[] { "CompanyId", "AppliedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_BillId",
                table: "Allocations",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_BillLineId",
                table: "Allocations",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_CommunityId",
                table: "Allocations",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_PaymentId_BillLineId",
                table: "Allocations",
                columns: new[] { "CompanyId", "PaymentId", "BillLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allocations_CompanyId_PurseEntryId",
                table: "Allocations",
                columns: new[] { "CompanyId", "PurseEntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLimits_CompanyId_Role",
                table: "ApprovalLimits",
                columns: new[] { "CompanyId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArrearsNotes_CompanyId_BillId_At",
                table: "ArrearsNotes",
                columns: new[] { "CompanyId", "BillId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ArrearsNotes_CompanyId_CommunityId",
                table: "ArrearsNotes",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_CompanyId_IsArchived_Title",
                table: "Articles",
                columns: new[] { "CompanyId", "IsArchived", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_CompanyId_RequestId",
                table: "Articles",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_CompanyId_TopicId",
                table: "Articles",
                columns: new[] { "CompanyId", "TopicId" });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleVersions_CompanyId_ArticleId_Number",
                table: "ArticleVersions",
                columns: new[] { "CompanyId", "ArticleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetCounts_CompanyId_AssetId_On",
                table: "AssetCounts",
                columns: new[] { "CompanyId", "AssetId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetCounts_CompanyId_CommunityId",
                table: "AssetCounts",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetFailures_CompanyId_AssetId_Since",
                table: "AssetFailures",
                columns: new[] { "CompanyId", "AssetId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetFailures_CompanyId_CommunityId",
                table: "AssetFailures",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetFailures_CompanyId_RequestId",
                table: "AssetFailures",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_BuildingId",
                table: "Assets",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_CommunityId",
                table: "Assets",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_Number",
                table: "Assets",
                columns: new[] { "CompanyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditAlarms_CompanyId_Law_Round",
                table: "AuditAlarms",
                columns: new[] { "CompanyId", "Law", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankDeposits_CompanyId_CommunityId",
                table: "BankDeposits",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BankDeposits_CompanyId_RequestId",
                table: "BankDeposits",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankDeposits_CompanyId_ShiftId",
                table: "BankDeposits",
                columns: new[] { "CompanyId", "ShiftId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_BillId",
                table: "BillCredits",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_BillLineId",
                table: "BillCredits",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_ChargeItemId",
                table: "BillCredits",
                columns: new[] { "CompanyId", "ChargeItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_CommunityId",
                table: "BillCredits",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_DocumentId_BillLineId_Kind",
                table: "BillCredits",
                columns: new[] { "CompanyId", "DocumentId", "BillLineId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BillCredits_CompanyId_On",
                table: "BillCredits",
                columns: new[] { "CompanyId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_BillId",
                table: "BillLines",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_ChargeAssignmentId",
                table: "BillLines",
                columns: new[] { "CompanyId", "ChargeAssignmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_ChargeItemId",
                table: "BillLines",
                columns: new[] { "CompanyId", "ChargeItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_CommunityId",
                table: "BillLines",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_SourceId_Period_OwnerId_Revision",
                table: "BillLines",
                columns: new[] { "CompanyId", "SourceId", "Period", "OwnerId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BillLines_CompanyId_TicketId",
                table: "BillLines",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOmissions_CompanyId_BillRunId",
                table: "BillOmissions",
                columns: new[] { "CompanyId", "BillRunId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOmissions_CompanyId_ChargeAssignmentId",
                table: "BillOmissions",
                columns: new[] { "CompanyId", "ChargeAssignmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOmissions_CompanyId_ChargeItemId",
                table: "BillOmissions",
                columns: new[] { "CompanyId", "ChargeItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOmissions_CompanyId_CommunityId",
                table: "BillOmissions",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOmissions_CompanyId_UnitId",
                table: "BillOmissions",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillOpenings_CompanyId_BillId",
                table: "BillOpenings",
                columns: new[] { "CompanyId", "BillId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BillOpenings_CompanyId_CommunityId",
                table: "BillOpenings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillRuns_CompanyId_CommunityId_Period_Sequence",
                table: "BillRuns",
                columns: new[] { "CompanyId", "CommunityId", "Period", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BillRuns_CompanyId_UnitId",
                table: "BillRuns",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_BillRunId_UnitId_OwnerId",
                table: "Bills",
                columns: new[] { "CompanyId", "BillRunId", "UnitId", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_BillRunId_Unusualness",
                table: "Bills",
                columns: new[] { "CompanyId", "BillRunId", "Unusualness" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_BuildingId",
                table: "Bills",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_Code",
                table: "Bills",
                columns: new[] { "CompanyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_CommunityId",
                table: "Bills",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_Number_CommunityId",
                table: "Bills",
                columns: new[] { "CompanyId", "Number", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_OwnerId_IssuedOn",
                table: "Bills",
                columns: new[] { "CompanyId", "OwnerId", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_Period_CommunityId_IssuedOn",
                table: "Bills",
                columns: new[] { "CompanyId", "Period", "CommunityId", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Bills_CompanyId_UnitId_Period",
                table: "Bills",
                columns: new[] { "CompanyId", "UnitId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_BillSums_CompanyId_CommunityId",
                table: "BillSums",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_BillSums_CompanyId_Grain_On",
                table: "BillSums",
                columns: new[] { "CompanyId", "Grain", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Buildings_CompanyId_CommunityId_Name",
                table: "Buildings",
                columns: new[] { "CompanyId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallReturns_CompanyId_At",
                table: "CallReturns",
                columns: new[] { "CompanyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CallReturns_CompanyId_CallId_Number",
                table: "CallReturns",
                columns: new[] { "CompanyId", "CallId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallReturns_CompanyId_CommunityId",
                table: "CallReturns",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_At",
                table: "Calls",
                columns: new[] { "CompanyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_CommunityId",
                table: "Calls",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_OwnerId_At",
                table: "Calls",
                columns: new[] { "CompanyId", "OwnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_Phone",
                table: "Calls",
                columns: new[] { "CompanyId", "Phone" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_ReadId",
                table: "Calls",
                columns: new[] { "CompanyId", "ReadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_RequestId",
                table: "Calls",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_State_CallBackBy",
                table: "Calls",
                columns: new[] { "CompanyId", "State", "CallBackBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_TicketId",
                table: "Calls",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_TopicId",
                table: "Calls",
                columns: new[] { "CompanyId", "TopicId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CompanyId_UnitId",
                table: "Calls",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTopics_CompanyId_Name",
                table: "CallTopics",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelAccounts_CompanyId_Kind",
                table: "ChannelAccounts",
                columns: new[] { "CompanyId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCases_CompanyId_CommunityId",
                table: "ChannelCases",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCases_CompanyId_Kind_TransactionId",
                table: "ChannelCases",
                columns: new[] { "CompanyId", "Kind", "TransactionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCases_CompanyId_PaymentId",
                table: "ChannelCases",
                columns: new[] { "CompanyId", "PaymentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCases_CompanyId_RefundId",
                table: "ChannelCases",
                columns: new[] { "CompanyId", "RefundId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelNotices_CompanyId_Kind_EventKey",
                table: "ChannelNotices",
                columns: new[] { "CompanyId", "Kind", "EventKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrderBill_CompanyId_BillId",
                table: "ChannelOrderBill",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrderBill_CompanyId_CommunityId",
                table: "ChannelOrderBill",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrderBill_CompanyId_OrderId_BillId",
                table: "ChannelOrderBill",
                columns: new[] { "CompanyId", "OrderId", "BillId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_CommunityId",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_Kind_TransactionId",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "Kind", "TransactionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_NextCheckAt",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "NextCheckAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_OwnerId",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_PayerCode",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "PayerCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_PaymentId",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "PaymentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_PendingOf",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "PendingOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChannelOrders_CompanyId_RequestId",
                table: "ChannelOrders",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_CommunityId",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_MeterId",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "MeterId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_ParkingUseId",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "ParkingUseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_SharedMeterId",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "SharedMeterId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_TariffId_UnitId_SubjectId_From",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "TariffId", "UnitId", "SubjectId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChargeAssignments_CompanyId_UnitId",
                table: "ChargeAssignments",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChargeItems_CompanyId_CommunityId_Name",
                table: "ChargeItems",
                columns: new[] { "CompanyId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Communities_CompanyId_Name",
                table: "Communities",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommunityAuxiliaries_CompanyId_CommunityId",
                table: "CommunityAuxiliaries",
                columns: new[] { "CompanyId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommunityEvents_CompanyId_CommunityId_From",
                table: "CommunityEvents",
                columns: new[] { "CompanyId", "CommunityId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityEvents_CompanyId_NoticeId",
                table: "CommunityEvents",
                columns: new[] { "CompanyId", "NoticeId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityEvents_CompanyId_RequestId",
                table: "CommunityEvents",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Companies_Slug",
                table: "Companies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionLines_CompanyId_BillLineId",
                table: "CorrectionLines",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionLines_CompanyId_CommunityId",
                table: "CorrectionLines",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionLines_CompanyId_CorrectionRequestId_BillLineId",
                table: "CorrectionLines",
                columns: new[] { "CompanyId", "CorrectionRequestId", "BillLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_AttachmentId",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "AttachmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_BillId",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_BillRunId",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "BillRunId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_CommunityId",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_ReissueRunId",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "ReissueRunId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_CompanyId_State",
                table: "CorrectionRequests",
                columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_CompanyId_CommunityId",
                table: "DataRequests",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_CompanyId_OpenOwnerId_Kind",
                table: "DataRequests",
                columns: new[] { "CompanyId", "OpenOwnerId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_CompanyId_OwnerId",
                table: "DataRequests",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitBatches_CompanyId_LayoutId",
                table: "DebitBatches",
                columns: new[] { "CompanyId", "LayoutId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitBatches_CompanyId_Number",
                table: "DebitBatches",
                columns: new[] { "CompanyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLayouts_CompanyId_Name",
                table: "DebitLayouts",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLineBills_CompanyId_BillId",
                table: "DebitLineBills",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLineBills_CompanyId_CommunityId",
                table: "DebitLineBills",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLineBills_CompanyId_HeldBillId",
                table: "DebitLineBills",
                columns: new[] { "CompanyId", "HeldBillId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLineBills_CompanyId_LineId_BillId",
                table: "DebitLineBills",
                columns: new[] { "CompanyId", "LineId", "BillId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_BatchId_State",
                table: "DebitLines",
                columns: new[] { "CompanyId", "BatchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_CommunityId",
                table: "DebitLines",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_Key",
                table: "DebitLines",
                columns: new[] { "CompanyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_MandateId",
                table: "DebitLines",
                columns: new[] { "CompanyId", "MandateId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_OwnerId",
                table: "DebitLines",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_PaymentId",
                table: "DebitLines",
                columns: new[] { "CompanyId", "PaymentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebitLines_CompanyId_ReturnId",
                table: "DebitLines",
                columns: new[] { "CompanyId", "ReturnId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitReturns_CompanyId_BatchId",
                table: "DebitReturns",
                columns: new[] { "CompanyId", "BatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_DebitReturns_CompanyId_FileHash",
                table: "DebitReturns",
                columns: new[] { "CompanyId", "FileHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_BillId",
                table: "Deliveries",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_Channel_State_NextAt",
                table: "Deliveries",
                columns: new[] { "CompanyId", "Channel", "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_CommunityId",
                table: "Deliveries",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_Day",
                table: "Deliveries",
                columns: new[] { "CompanyId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_Key",
                table: "Deliveries",
                columns: new[] { "CompanyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_OwnerId_QueuedAt",
                table: "Deliveries",
                columns: new[] { "CompanyId", "OwnerId", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_ProviderId",
                table: "Deliveries",
                columns: new[] { "CompanyId", "ProviderId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_ReportFileId",
                table: "Deliveries",
                columns: new[] { "CompanyId", "ReportFileId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CompanyId_Slot",
                table: "Deliveries",
                columns: new[] { "CompanyId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryEvents_CompanyId_CommunityId",
                table: "DeliveryEvents",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryEvents_CompanyId_DeliveryId",
                table: "DeliveryEvents",
                columns: new[] { "CompanyId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryGates_CompanyId_Channel",
                table: "DeliveryGates",
                columns: new[] { "CompanyId", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryPreferences_CompanyId_CommunityId",
                table: "DeliveryPreferences",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryPreferences_CompanyId_OwnerId",
                table: "DeliveryPreferences",
                columns: new[] { "CompanyId", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliverySettings_CompanyId",
                table: "DeliverySettings",
                column: "CompanyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryTemplates_CompanyId_Kind_Channel_Language",
                table: "DeliveryTemplates",
                columns: new[] { "CompanyId", "Kind", "Channel", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemandedBills_CompanyId_BillId",
                table: "DemandedBills",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandedBills_CompanyId_CommunityId",
                table: "DemandedBills",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandedBills_CompanyId_LetterId",
                table: "DemandedBills",
                columns: new[] { "CompanyId", "LetterId" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandLetters_CompanyId_CommunityId_Number",
                table: "DemandLetters",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemandLetters_CompanyId_ContactId",
                table: "DemandLetters",
                columns: new[] { "CompanyId", "ContactId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemandLetters_CompanyId_OwnerId",
                table: "DemandLetters",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandLetters_CompanyId_UnitId",
                table: "DemandLetters",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentMembers_CompanyId_DepartmentId_UserId",
                table: "DepartmentMembers",
                columns: new[] { "CompanyId", "DepartmentId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentMembers_CompanyId_UserId",
                table: "DepartmentMembers",
                columns: new[] { "CompanyId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_CompanyId_Name",
                table: "Departments",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepositEntries_CompanyId_Code",
                table: "DepositEntries",
                columns: new[] { "CompanyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepositEntries_CompanyId_CommunityId_Number",
                table: "DepositEntries",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepositEntries_CompanyId_DepositId",
                table: "DepositEntries",
                columns: new[] { "CompanyId", "DepositId" });

            migrationBuilder.CreateIndex(
                name: "IX_DepositEntries_CompanyId_RequestId",
                table: "DepositEntries",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepositEntries_CompanyId_ShiftId",
                table: "DepositEntries",
                columns: new[] { "CompanyId", "ShiftId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_CompanyId_CommunityId",
                table: "Deposits",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Deposits_CompanyId_OwnerId",
                table: "Deposits",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DifferencePostings_CompanyId_CommunityId",
                table: "DifferencePostings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DifferencePostings_CompanyId_ItemId",
                table: "DifferencePostings",
                columns: new[] { "CompanyId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_DifferencePostings_CompanyId_PaymentId",
                table: "DifferencePostings",
                columns: new[] { "CompanyId", "PaymentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_BillId",
                table: "Disputes",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_BillLineId",
                table: "Disputes",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_CommunityId",
                table: "Disputes",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_CorrectionRequestId",
                table: "Disputes",
                columns: new[] { "CompanyId", "CorrectionRequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_FreezeId",
                table: "Disputes",
                columns: new[] { "CompanyId", "FreezeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_CompanyId_OpenLineId",
                table: "Disputes",
                columns: new[] { "CompanyId", "OpenLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DunningCalls_CompanyId_CommunityId",
                table: "DunningCalls",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningCalls_CompanyId_ContactId",
                table: "DunningCalls",
                columns: new[] { "CompanyId", "ContactId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningCalls_CompanyId_OwnerId_At",
                table: "DunningCalls",
                columns: new[] { "CompanyId", "OwnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningCalls_CompanyId_RequestId",
                table: "DunningCalls",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DunningContacts_CompanyId_CommunityId",
                table: "DunningContacts",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningContacts_CompanyId_DeliveryId",
                table: "DunningContacts",
                columns: new[] { "CompanyId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningContacts_CompanyId_Kind_CallOn",
                table: "DunningContacts",
                columns: new[] { "CompanyId", "Kind", "CallOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningContacts_CompanyId_OwnerId",
                table: "DunningContacts",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningContacts_CompanyId_Slot",
                table: "DunningContacts",
                columns: new[] { "CompanyId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DunningLadders_CompanyId_CommunityId",
                table: "DunningLadders",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningLadders_CompanyId_Scope",
                table: "DunningLadders",
                columns: new[] { "CompanyId", "Scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DunningSteps_CompanyId_BillId_Kind_Turn",
                table: "DunningSteps",
                columns: new[] { "CompanyId", "BillId", "Kind", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DunningSteps_CompanyId_CommunityId",
                table: "DunningSteps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_DunningSteps_CompanyId_ContactId",
                table: "DunningSteps",
                columns: new[] { "CompanyId", "ContactId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCheckIns_CompanyId_CommunityId",
                table: "EventCheckIns",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCheckIns_CompanyId_EventId",
                table: "EventCheckIns",
                columns: new[] { "CompanyId", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCheckIns_CompanyId_RequestId",
                table: "EventCheckIns",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventCheckIns_CompanyId_SignUpId",
                table: "EventCheckIns",
                columns: new[] { "CompanyId", "SignUpId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventPhotos_CompanyId_CommunityId",
                table: "EventPhotos",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventPhotos_CompanyId_EventId_Sha256",
                table: "EventPhotos",
                columns: new[] { "CompanyId", "EventId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventPhotos_CompanyId_FileId",
                table: "EventPhotos",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_CommunityId",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_EventId_Code",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "EventId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_EventId_Number",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "EventId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_EventId_OwnerId",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "EventId", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_OwnerId",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_EventSignUps_CompanyId_RequestId",
                table: "EventSignUps",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_CompanyId_CommunityId",
                table: "HouseholdMembers",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_CompanyId_OwnerId",
                table: "HouseholdMembers",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_CompanyId_Phone",
                table: "HouseholdMembers",
                columns: new[] { "CompanyId", "Phone" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_CompanyId_RequestId",
                table: "HouseholdMembers",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_CompanyId_UnitId",
                table: "HouseholdMembers",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_CompanyId_CommunityId",
                table: "ImportBatches",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_CompanyId_ImportBatchId",
                table: "ImportChanges",
                columns: new[] { "CompanyId", "ImportBatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_BuildingId",
                table: "Incidents",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_CategoryId",
                table: "Incidents",
                columns: new[] { "CompanyId", "CategoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_CommunityId",
                table: "Incidents",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_EndedAt",
                table: "Incidents",
                columns: new[] { "CompanyId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_EndNoticeId",
                table: "Incidents",
                columns: new[] { "CompanyId", "EndNoticeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_NoticeId",
                table: "Incidents",
                columns: new[] { "CompanyId", "NoticeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CompanyId_RequestId",
                table: "Incidents",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentSteps_CompanyId_CommunityId",
                table: "IncidentSteps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentSteps_CompanyId_IncidentId_Number",
                table: "IncidentSteps",
                columns: new[] { "CompanyId", "IncidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CompanyId_BillId",
                table: "Invitations",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CompanyId_OwnerId",
                table: "Invitations",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TokenHash",
                table: "Invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_CommunityId",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_FileId",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_LiveReceiptId",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "LiveReceiptId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_OwnerId",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_ReceiptId",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "ReceiptId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceRequests_CompanyId_State_RequestedAt",
                table: "InvoiceRequests",
                columns: new[] { "CompanyId", "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemSubjects_CompanyId_ChargeItemId",
                table: "ItemSubjects",
                columns: new[] { "CompanyId", "ChargeItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemSubjects_CompanyId_CommunityId",
                table: "ItemSubjects",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_CompanyId_CommunityId",
                table: "JournalEntries",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_CompanyId_Kind_SourceId",
                table: "JournalEntries",
                columns: new[] { "CompanyId", "Kind", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_CompanyId_Account_Date",
                table: "JournalLines",
                columns: new[] { "CompanyId", "Account", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_CompanyId_BillId",
                table: "JournalLines",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_CompanyId_CommunityId",
                table: "JournalLines",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_CompanyId_JournalEntryId",
                table: "JournalLines",
                columns: new[] { "CompanyId", "JournalEntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_LateFeeFreezes_CompanyId_BillId",
                table: "LateFeeFreezes",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_LateFeeFreezes_CompanyId_BillLineId",
                table: "LateFeeFreezes",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_LateFeeFreezes_CompanyId_CommunityId",
                table: "LateFeeFreezes",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_LateFeeFreezes_CompanyId_OpenOf",
                table: "LateFeeFreezes",
                columns: new[] { "CompanyId", "OpenOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeaseItem_CompanyId_ChargeItemId",
                table: "LeaseItem",
                columns: new[] { "CompanyId", "ChargeItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaseItem_CompanyId_CommunityId",
                table: "LeaseItem",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaseItem_CompanyId_LeaseId_ChargeItemId",
                table: "LeaseItem",
                columns: new[] { "CompanyId", "LeaseId", "ChargeItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leases_CompanyId_CommunityId_From",
                table: "Leases",
                columns: new[] { "CompanyId", "CommunityId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Leases_CompanyId_LesseeId",
                table: "Leases",
                columns: new[] { "CompanyId", "LesseeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Leases_CompanyId_UnitId",
                table: "Leases",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterProofs_CompanyId_CommunityId",
                table: "LetterProofs",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterProofs_CompanyId_FileId",
                table: "LetterProofs",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterProofs_CompanyId_LetterId",
                table: "LetterProofs",
                columns: new[] { "CompanyId", "LetterId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoginContacts_Address",
                table: "LoginContacts",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoginContacts_UserId_Kind",
                table: "LoginContacts",
                columns: new[] { "UserId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoginSessions_KeyHash",
                table: "LoginSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoginSessions_LastSeenAt",
                table: "LoginSessions",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_LoginSessions_UserId",
                table: "LoginSessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MailAccounts_CompanyId",
                table: "MailAccounts",
                column: "CompanyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MaintenancePlans_CompanyId_AssetId",
                table: "MaintenancePlans",
                columns: new[] { "CompanyId", "AssetId" });

            migrationBuilder.CreateIndex(
                name: "IX_MaintenancePlans_CompanyId_CommunityId",
                table: "MaintenancePlans",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceTasks_CompanyId_AssetId",
                table: "MaintenanceTasks",
                columns: new[] { "CompanyId", "AssetId" });

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceTasks_CompanyId_CommunityId",
                table: "MaintenanceTasks",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceTasks_CompanyId_FileId",
                table: "MaintenanceTasks",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceTasks_CompanyId_PlanId_Time",
                table: "MaintenanceTasks",
                columns: new[] { "CompanyId", "PlanId", "Time" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MaintenanceTasks_CompanyId_State_DueOn",
                table: "MaintenanceTasks",
                columns: new[] { "CompanyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_CompanyId_CommunityId",
                table: "Mandates",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_CompanyId_CurrentOwnerId",
                table: "Mandates",
                columns: new[] { "CompanyId", "CurrentOwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_CompanyId_OwnerId",
                table: "Mandates",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_MasterMeters_CompanyId_BuildingId",
                table: "MasterMeters",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_MasterMeters_CompanyId_CommunityId_Name",
                table: "MasterMeters",
                columns: new[] { "CompanyId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MasterReadings_CompanyId_CommunityId",
                table: "MasterReadings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MasterReadings_CompanyId_MasterMeterId_Period",
                table: "MasterReadings",
                columns: new[] { "CompanyId", "MasterMeterId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MembershipCommunity_CompanyId_CommunityId",
                table: "MembershipCommunity",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MembershipCommunity_CompanyId_MembershipId_CommunityId",
                table: "MembershipCommunity",
                columns: new[] { "CompanyId", "MembershipId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CompanyId_OwnerId",
                table: "Memberships",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CompanyId_UserId_Role_OwnerId",
                table: "Memberships",
                columns: new[] { "CompanyId", "UserId", "Role", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId",
                table: "Memberships",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MergedRows_CompanyId_CommunityId",
                table: "MergedRows",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MergedRows_CompanyId_MergeId_Table_RowId",
                table: "MergedRows",
                columns: new[] { "CompanyId", "MergeId", "Table", "RowId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeterChanges_CompanyId_CommunityId",
                table: "MeterChanges",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_MeterChanges_CompanyId_MeterId_On",
                table: "MeterChanges",
                columns: new[] { "CompanyId", "MeterId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meters_CompanyId_CommunityId_Number",
                table: "Meters",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meters_CompanyId_SearchNumber",
                table: "Meters",
                columns: new[] { "CompanyId", "SearchNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Meters_CompanyId_UnitId",
                table: "Meters",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeEvents_CompanyId_CommunityId",
                table: "NoticeEvents",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeEvents_CompanyId_NoticeId_At",
                table: "NoticeEvents",
                columns: new[] { "CompanyId", "NoticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeFiles_CompanyId_CommunityId",
                table: "NoticeFiles",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeFiles_CompanyId_FileId",
                table: "NoticeFiles",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeFiles_CompanyId_NoticeId_Position",
                table: "NoticeFiles",
                columns: new[] { "CompanyId", "NoticeId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeReads_CompanyId_CommunityId",
                table: "NoticeReads",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeReads_CompanyId_NoticeId_OwnerId_Version",
                table: "NoticeReads",
                columns: new[] { "CompanyId", "NoticeId", "OwnerId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeReads_CompanyId_OwnerId",
                table: "NoticeReads",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeRecipients_CompanyId_CommunityId",
                table: "NoticeRecipients",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeRecipients_CompanyId_DeliveryId",
                table: "NoticeRecipients",
                columns: new[] { "CompanyId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeRecipients_CompanyId_NoticeId_OwnerId_Version",
                table: "NoticeRecipients",
                columns: new[] { "CompanyId", "NoticeId", "OwnerId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeRecipients_CompanyId_OwnerId",
                table: "NoticeRecipients",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_CompanyId_CommunityId_State",
                table: "Notices",
                columns: new[] { "CompanyId", "CommunityId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_CompanyId_State_PublishAt",
                table: "Notices",
                columns: new[] { "CompanyId", "State", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeVersions_CompanyId_CommunityId",
                table: "NoticeVersions",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeVersions_CompanyId_NoticeId_Number",
                table: "NoticeVersions",
                columns: new[] { "CompanyId", "NoticeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficeDays_CompanyId_Day",
                table: "OfficeDays",
                columns: new[] { "CompanyId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficeHours_CompanyId_Weekday",
                table: "OfficeHours",
                columns: new[] { "CompanyId", "Weekday" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_Address_Place",
                table: "OneTimeCodes",
                columns: new[] { "Address", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_BrowserHash_Purpose",
                table: "OneTimeCodes",
                columns: new[] { "BrowserHash", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_Network_AskedAt",
                table: "OneTimeCodes",
                columns: new[] { "Network", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_UserId",
                table: "OneTimeCodes",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderFiles_CompanyId_CommunityId",
                table: "OrderFiles",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderFiles_CompanyId_FileId",
                table: "OrderFiles",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderFiles_CompanyId_OrderId",
                table: "OrderFiles",
                columns: new[] { "CompanyId", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderFiles_CompanyId_StepId",
                table: "OrderFiles",
                columns: new[] { "CompanyId", "StepId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderSteps_CompanyId_CommunityId",
                table: "OrderSteps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderSteps_CompanyId_OrderId_Number",
                table: "OrderSteps",
                columns: new[] { "CompanyId", "OrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerChanges_CompanyId_CommunityId",
                table: "OwnerChanges",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerChanges_CompanyId_OwnerId_At",
                table: "OwnerChanges",
                columns: new[] { "CompanyId", "OwnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerDocuments_CompanyId_CommunityId",
                table: "OwnerDocuments",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerDocuments_CompanyId_FileId",
                table: "OwnerDocuments",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerDocuments_CompanyId_OwnerId_AddedAt",
                table: "OwnerDocuments",
                columns: new[] { "CompanyId", "OwnerId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerDocuments_CompanyId_RequestId",
                table: "OwnerDocuments",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerMerges_CompanyId_CommunityId",
                table: "OwnerMerges",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerMerges_CompanyId_DuplicateId",
                table: "OwnerMerges",
                columns: new[] { "CompanyId", "DuplicateId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerMerges_CompanyId_OpenDuplicateId",
                table: "OwnerMerges",
                columns: new[] { "CompanyId", "OpenDuplicateId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerMerges_CompanyId_RequestId",
                table: "OwnerMerges",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerMerges_CompanyId_SurvivorId",
                table: "OwnerMerges",
                columns: new[] { "CompanyId", "SurvivorId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerNotes_CompanyId_CommunityId",
                table: "OwnerNotes",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerNotes_CompanyId_OwnerId_At",
                table: "OwnerNotes",
                columns: new[] { "CompanyId", "OwnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerNotes_CompanyId_RequestId",
                table: "OwnerNotes",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Owners_CompanyId_CommunityId_Name",
                table: "Owners",
                columns: new[] { "CompanyId", "CommunityId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Owners_CompanyId_Initials",
                table: "Owners",
                columns: new[] { "CompanyId", "Initials" });

            migrationBuilder.CreateIndex(
                name: "IX_Owners_CompanyId_MergedIntoId",
                table: "Owners",
                columns: new[] { "CompanyId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Owners_CompanyId_Phone",
                table: "Owners",
                columns: new[] { "CompanyId", "Phone" });

            migrationBuilder.CreateIndex(
                name: "IX_Owners_CompanyId_SearchPhone",
                table: "Owners",
                columns: new[] { "CompanyId", "SearchPhone" });

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_CompanyId_CommunityId",
                table: "Ownerships",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_CompanyId_OwnerId",
                table: "Ownerships",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ownerships_CompanyId_UnitId_OwnerId_From",
                table: "Ownerships",
                columns: new[] { "CompanyId", "UnitId", "OwnerId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerTaggings_CompanyId_CommunityId",
                table: "OwnerTaggings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerTaggings_CompanyId_OpenTagId_CommunityId_OwnerId",
                table: "OwnerTaggings",
                columns: new[] { "CompanyId", "OpenTagId", "CommunityId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerTaggings_CompanyId_OwnerId_OpenTagId",
                table: "OwnerTaggings",
                columns: new[] { "CompanyId", "OwnerId", "OpenTagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnerTaggings_CompanyId_TagId",
                table: "OwnerTaggings",
                columns: new[] { "CompanyId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnerTags_CompanyId_Name",
                table: "OwnerTags",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParkingSpaces_CompanyId_CommunityId_Number",
                table: "ParkingSpaces",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParkingSpaces_CompanyId_SearchNumber",
                table: "ParkingSpaces",
                columns: new[] { "CompanyId", "SearchNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_CommunityId",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_ParkingSpaceId_From",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "ParkingSpaceId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_Plate",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "Plate" });

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_SearchPlate",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "SearchPlate" });

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_SearchPlateEnd",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "SearchPlateEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_ParkingUses_CompanyId_UnitId",
                table: "ParkingUses",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_CompanyId_CommunityId",
                table: "PartnerAgreements",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_CompanyId_FileId",
                table: "PartnerAgreements",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_CompanyId_PartnerId",
                table: "PartnerAgreements",
                columns: new[] { "CompanyId", "PartnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_CompanyId_RequestId",
                table: "PartnerAgreements",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerContacts_CompanyId_CommunityId",
                table: "PartnerContacts",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerContacts_CompanyId_PartnerId",
                table: "PartnerContacts",
                columns: new[] { "CompanyId", "PartnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerDates_CompanyId_CommunityId",
                table: "PartnerDates",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerDates_CompanyId_IsOver_RemindOn",
                table: "PartnerDates",
                columns: new[] { "CompanyId", "IsOver", "RemindOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerDates_CompanyId_PartnerId",
                table: "PartnerDates",
                columns: new[] { "CompanyId", "PartnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerDates_CompanyId_RequestId",
                table: "PartnerDates",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerEntries_CompanyId_CommunityId",
                table: "PartnerEntries",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerEntries_CompanyId_FileId",
                table: "PartnerEntries",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerEntries_CompanyId_PartnerId_Day",
                table: "PartnerEntries",
                columns: new[] { "CompanyId", "PartnerId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerEntries_CompanyId_RequestId",
                table: "PartnerEntries",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Partners_CompanyId_CommunityId_Kind_Name",
                table: "Partners",
                columns: new[] { "CompanyId", "CommunityId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Partners_CompanyId_RequestId",
                table: "Partners",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_At",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_CommunityId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_FileId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_PatrolId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "PatrolId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_RequestId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_StopId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "StopId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolFindings_CompanyId_TicketId",
                table: "PatrolFindings",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolRoutes_CompanyId_CommunityId",
                table: "PatrolRoutes",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolRoutes_CompanyId_DepartmentId",
                table: "PatrolRoutes",
                columns: new[] { "CompanyId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolRoutes_CompanyId_IsResting_NextOn",
                table: "PatrolRoutes",
                columns: new[] { "CompanyId", "IsResting", "NextOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolRoutes_CompanyId_RequestId",
                table: "PatrolRoutes",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CompanyId_ClosesAt",
                table: "Patrols",
                columns: new[] { "CompanyId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CompanyId_CommunityId",
                table: "Patrols",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CompanyId_Day",
                table: "Patrols",
                columns: new[] { "CompanyId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CompanyId_DepartmentId",
                table: "Patrols",
                columns: new[] { "CompanyId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Patrols_CompanyId_RouteId_Day",
                table: "Patrols",
                columns: new[] { "CompanyId", "RouteId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PatrolStops_CompanyId_CommunityId",
                table: "PatrolStops",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatrolStops_CompanyId_PatrolId_Number",
                table: "PatrolStops",
                columns: new[] { "CompanyId", "PatrolId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PatrolStops_CompanyId_RouteStopId",
                table: "PatrolStops",
                columns: new[] { "CompanyId", "RouteStopId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_CompanyId_CommunityId",
                table: "PaymentPromises",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_CompanyId_OwnerId",
                table: "PaymentPromises",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentPromises_CompanyId_State_Until",
                table: "PaymentPromises",
                columns: new[] { "CompanyId", "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_CommunityId",
                table: "Payments",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_OwnerId_RecordedAt",
                table: "Payments",
                columns: new[] { "CompanyId", "OwnerId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_PaidOn_CommunityId",
                table: "Payments",
                columns: new[] { "CompanyId", "PaidOn", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_RequestId",
                table: "Payments",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_ReversesId",
                table: "Payments",
                columns: new[] { "CompanyId", "ReversesId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CompanyId_ShiftId",
                table: "Payments",
                columns: new[] { "CompanyId", "ShiftId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTenders_CompanyId_CommunityId",
                table: "PaymentTenders",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTenders_CompanyId_Method_TransactionId",
                table: "PaymentTenders",
                columns: new[] { "CompanyId", "Method", "TransactionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTenders_CompanyId_PaidOn",
                table: "PaymentTenders",
                columns: new[] { "CompanyId", "PaidOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTenders_CompanyId_PaymentId_Position",
                table: "PaymentTenders",
                columns: new[] { "CompanyId", "PaymentId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentTenders_CompanyId_Reference",
                table: "PaymentTenders",
                columns: new[] { "CompanyId", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_PeriodClosings_CompanyId_Month_Round",
                table: "PeriodClosings",
                columns: new[] { "CompanyId", "Month", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pets_CompanyId_CommunityId",
                table: "Pets",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pets_CompanyId_OwnerId",
                table: "Pets",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pets_CompanyId_RequestId",
                table: "Pets",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pets_CompanyId_UnitId",
                table: "Pets",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_PrintRounds_CompanyId_CommunityId",
                table: "PrintRounds",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PromisedBills_CompanyId_BillId",
                table: "PromisedBills",
                columns: new[] { "CompanyId", "BillId" });

            migrationBuilder.CreateIndex(
                name: "IX_PromisedBills_CompanyId_CommunityId",
                table: "PromisedBills",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PromisedBills_CompanyId_OpenBillId",
                table: "PromisedBills",
                columns: new[] { "CompanyId", "OpenBillId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromisedBills_CompanyId_PromiseId",
                table: "PromisedBills",
                columns: new[] { "CompanyId", "PromiseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseConsents_CompanyId_CommunityId",
                table: "PurseConsents",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseConsents_CompanyId_OwnerId_Round",
                table: "PurseConsents",
                columns: new[] { "CompanyId", "OwnerId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseEntries_CompanyId_CommunityId",
                table: "PurseEntries",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseEntries_CompanyId_DocumentId_PurseId_Kind",
                table: "PurseEntries",
                columns: new[] { "CompanyId", "DocumentId", "PurseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseEntries_CompanyId_PurseId",
                table: "PurseEntries",
                columns: new[] { "CompanyId", "PurseId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseReleases_CompanyId_CommunityId_Number",
                table: "PurseReleases",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseReleases_CompanyId_OwnerId",
                table: "PurseReleases",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseReleases_CompanyId_State",
                table: "PurseReleases",
                columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Purses_CompanyId_CommunityId",
                table: "Purses",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Purses_CompanyId_OwnerId_Class",
                table: "Purses",
                columns: new[] { "CompanyId", "OwnerId", "Class" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseUses_CompanyId_BillRunId",
                table: "PurseUses",
                columns: new[] { "CompanyId", "BillRunId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseUses_CompanyId_CommunityId_Number",
                table: "PurseUses",
                columns: new[] { "CompanyId", "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseUses_CompanyId_OwnerId",
                table: "PurseUses",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PurseUses_CompanyId_RequestId",
                table: "PurseUses",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurseUses_CompanyId_ReversesId",
                table: "PurseUses",
                columns: new[] { "CompanyId", "ReversesId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCorrections_CompanyId_CommunityId",
                table: "ReadingCorrections",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCorrections_CompanyId_MeterId",
                table: "ReadingCorrections",
                columns: new[] { "CompanyId", "MeterId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCorrections_CompanyId_ReadingId",
                table: "ReadingCorrections",
                columns: new[] { "CompanyId", "ReadingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Readings_CompanyId_CommunityId",
                table: "Readings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Readings_CompanyId_MeterId_Date",
                table: "Readings",
                columns: new[] { "CompanyId", "MeterId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readings_CompanyId_PhotoId",
                table: "Readings",
                columns: new[] { "CompanyId", "PhotoId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceiptBooks_CompanyId_CommunityId_Name",
                table: "ReceiptBooks",
                columns: new[] { "CompanyId", "CommunityId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_CompanyId_Code",
                table: "Receipts",
                columns: new[] { "CompanyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_CompanyId_CommunityId",
                table: "Receipts",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_CompanyId_Number_Book_CommunityId",
                table: "Receipts",
                columns: new[] { "CompanyId", "Number", "Book", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_CompanyId_PaymentId",
                table: "Receipts",
                columns: new[] { "CompanyId", "PaymentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReconciledDays_CompanyId_Source_Day",
                table: "ReconciledDays",
                columns: new[] { "CompanyId", "Source", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationItems_CompanyId_ConfirmsId",
                table: "ReconciliationItems",
                columns: new[] { "CompanyId", "ConfirmsId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationItems_CompanyId_DayId_TransactionId",
                table: "ReconciliationItems",
                columns: new[] { "CompanyId", "DayId", "TransactionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationItems_CompanyId_DepositId",
                table: "ReconciliationItems",
                columns: new[] { "CompanyId", "DepositId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationItems_CompanyId_PaymentId",
                table: "ReconciliationItems",
                columns: new[] { "CompanyId", "PaymentId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_UserId_Hash",
                table: "RecoveryCodes",
                columns: new[] { "UserId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_CommunityId",
                table: "Refunds",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_HeldPurseId",
                table: "Refunds",
                columns: new[] { "CompanyId", "HeldPurseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_OwnerId",
                table: "Refunds",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_PaymentId",
                table: "Refunds",
                columns: new[] { "CompanyId", "PaymentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_RedPaymentId",
                table: "Refunds",
                columns: new[] { "CompanyId", "RedPaymentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_RequestId",
                table: "Refunds",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_ReversalOf",
                table: "Refunds",
                columns: new[] { "CompanyId", "ReversalOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CompanyId_State",
                table: "Refunds",
                columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_CompanyId_CommunityId",
                table: "ReportFiles",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_CompanyId_Key",
                table: "ReportFiles",
                columns: new[] { "CompanyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_CompanyId_State",
                table: "ReportFiles",
                columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_CompanyId_UserId_AskedAt",
                table: "ReportFiles",
                columns: new[] { "CompanyId", "UserId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportViews_CompanyId_CommunityId",
                table: "ReportViews",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportViews_CompanyId_NextOn",
                table: "ReportViews",
                columns: new[] { "CompanyId", "NextOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportViews_CompanyId_RequestId",
                table: "ReportViews",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPapers_CompanyId_CommunityId",
                table: "RoundPapers",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundPapers_CompanyId_DeliveryId",
                table: "RoundPapers",
                columns: new[] { "CompanyId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundPapers_CompanyId_OpenDeliveryId",
                table: "RoundPapers",
                columns: new[] { "CompanyId", "OpenDeliveryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPapers_CompanyId_StopId",
                table: "RoundPapers",
                columns: new[] { "CompanyId", "StopId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundStops_CompanyId_CommunityId",
                table: "RoundStops",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundStops_CompanyId_OwnerId",
                table: "RoundStops",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundStops_CompanyId_RoundId_Place",
                table: "RoundStops",
                columns: new[] { "CompanyId", "RoundId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundStops_CompanyId_UnitId",
                table: "RoundStops",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteStops_CompanyId_BuildingId",
                table: "RouteStops",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteStops_CompanyId_CommunityId",
                table: "RouteStops",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteStops_CompanyId_RouteId",
                table: "RouteStops",
                columns: new[] { "CompanyId", "RouteId" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_CompanyId_CommunityId",
                table: "Settlements",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_CompanyId_DayId_CommunityId",
                table: "Settlements",
                columns: new[] { "CompanyId", "DayId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedMeters_CompanyId_BuildingId",
                table: "SharedMeters",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMeters_CompanyId_CommunityId",
                table: "SharedMeters",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMeters_CompanyId_TariffId_Name",
                table: "SharedMeters",
                columns: new[] { "CompanyId", "TariffId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedReadings_CompanyId_CommunityId",
                table: "SharedReadings",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedReadings_CompanyId_SharedMeterId_Period",
                table: "SharedReadings",
                columns: new[] { "CompanyId", "SharedMeterId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_CompanyId_CommunityId_CashierId_Slot",
                table: "Shifts",
                columns: new[] { "CompanyId", "CommunityId", "CashierId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SmsAccounts_CompanyId",
                table: "SmsAccounts",
                column: "CompanyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLayouts_CompanyId_Source",
                table: "StatementLayouts",
                columns: new[] { "CompanyId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_CompanyId_CommunityId",
                table: "StoredFiles",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_CompanyId_CommunityId",
                table: "SurveyAnswers",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_CompanyId_InvitationId",
                table: "SurveyAnswers",
                columns: new[] { "CompanyId", "InvitationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_CompanyId_OwnerId",
                table: "SurveyAnswers",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_CompanyId_SurveyId",
                table: "SurveyAnswers",
                columns: new[] { "CompanyId", "SurveyId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFollowUps_CompanyId_AnswerId",
                table: "SurveyFollowUps",
                columns: new[] { "CompanyId", "AnswerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFollowUps_CompanyId_CommunityId",
                table: "SurveyFollowUps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFollowUps_CompanyId_OwnerId",
                table: "SurveyFollowUps",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFollowUps_CompanyId_SurveyId",
                table: "SurveyFollowUps",
                columns: new[] { "CompanyId", "SurveyId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_CompanyId_CommunityId",
                table: "SurveyInvitations",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_CompanyId_DeliveryId",
                table: "SurveyInvitations",
                columns: new[] { "CompanyId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_CompanyId_OwnerId",
                table: "SurveyInvitations",
                columns: new[] { "CompanyId", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_CompanyId_SurveyId_OwnerId_Occasion",
                table: "SurveyInvitations",
                columns: new[] { "CompanyId", "SurveyId", "OwnerId", "Occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_CompanyId_CommunityId",
                table: "SurveyQuestions",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_CompanyId_SurveyId_Place",
                table: "SurveyQuestions",
                columns: new[] { "CompanyId", "SurveyId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyReplies_CompanyId_AnswerId_QuestionId_Choice",
                table: "SurveyReplies",
                columns: new[] { "CompanyId", "AnswerId", "QuestionId", "Choice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyReplies_CompanyId_CommunityId",
                table: "SurveyReplies",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyReplies_CompanyId_QuestionId",
                table: "SurveyReplies",
                columns: new[] { "CompanyId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_CompanyId_CommunityId",
                table: "Surveys",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_CompanyId_State",
                table: "Surveys",
                columns: new[] { "CompanyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Tariffs_CompanyId_ChargeItemId_Scope",
                table: "Tariffs",
                columns: new[] { "CompanyId", "ChargeItemId", "Scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tariffs_CompanyId_CommunityId",
                table: "Tariffs",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TariffVersions_CompanyId_CommunityId",
                table: "TariffVersions",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TariffVersions_CompanyId_TariffId_ValidFrom",
                table: "TariffVersions",
                columns: new[] { "CompanyId", "TariffId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskChecks_CompanyId_CommunityId",
                table: "TaskChecks",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskChecks_CompanyId_TaskId_Line",
                table: "TaskChecks",
                columns: new[] { "CompanyId", "TaskId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketCategories_CompanyId_DepartmentId",
                table: "TicketCategories",
                columns: new[] { "CompanyId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketCategories_CompanyId_Kind_Name",
                table: "TicketCategories",
                columns: new[] { "CompanyId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketParts_CompanyId_BillLineId",
                table: "TicketParts",
                columns: new[] { "CompanyId", "BillLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketParts_CompanyId_CommunityId",
                table: "TicketParts",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketParts_CompanyId_TicketId",
                table: "TicketParts",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketPhotos_CompanyId_CommunityId",
                table: "TicketPhotos",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketPhotos_CompanyId_FileId",
                table: "TicketPhotos",
                columns: new[] { "CompanyId", "FileId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketPhotos_CompanyId_TicketId",
                table: "TicketPhotos",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_AssetId",
                table: "Tickets",
                columns: new[] { "CompanyId", "AssetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_CategoryId",
                table: "Tickets",
                columns: new[] { "CompanyId", "CategoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_CommunityId",
                table: "Tickets",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_DepartmentId",
                table: "Tickets",
                columns: new[] { "CompanyId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_IncidentId",
                table: "Tickets",
                columns: new[] { "CompanyId", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_IsOpen_ResolveBy",
                table: "Tickets",
                columns: new[] { "CompanyId", "IsOpen", "ResolveBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_IsUnsettled",
                table: "Tickets",
                columns: new[] { "CompanyId", "IsUnsettled" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_Number",
                table: "Tickets",
                columns: new[] { "CompanyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_OpenedAt",
                table: "Tickets",
                columns: new[] { "CompanyId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_OwnerId_OpenedAt",
                table: "Tickets",
                columns: new[] { "CompanyId", "OwnerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_RequestId",
                table: "Tickets",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_State_ResolveBy",
                table: "Tickets",
                columns: new[] { "CompanyId", "State", "ResolveBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_UnitId",
                table: "Tickets",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CompanyId_WorkerId_State",
                table: "Tickets",
                columns: new[] { "CompanyId", "WorkerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketSteps_CompanyId_CommunityId",
                table: "TicketSteps",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketSteps_CompanyId_TicketId_Number",
                table: "TicketSteps",
                columns: new[] { "CompanyId", "TicketId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitAreas_CompanyId_CommunityId",
                table: "UnitAreas",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitAreas_CompanyId_UnitId_From",
                table: "UnitAreas",
                columns: new[] { "CompanyId", "UnitId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitEvents_CompanyId_CommunityId",
                table: "UnitEvents",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitEvents_CompanyId_UnitId",
                table: "UnitEvents",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Units_CompanyId_BuildingId",
                table: "Units",
                columns: new[] { "CompanyId", "BuildingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Units_CompanyId_CommunityId_Code",
                table: "Units",
                columns: new[] { "CompanyId", "CommunityId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Units_CompanyId_SearchCode",
                table: "Units",
                columns: new[] { "CompanyId", "SearchCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Units_CompanyId_SearchNumber",
                table: "Units",
                columns: new[] { "CompanyId", "SearchNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Vacancies_CompanyId_CommunityId_State",
                table: "Vacancies",
                columns: new[] { "CompanyId", "CommunityId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Vacancies_CompanyId_UnitId",
                table: "Vacancies",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ViewRecipients_CompanyId_ViewId_UserId",
                table: "ViewRecipients",
                columns: new[] { "CompanyId", "ViewId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitorSettings_CompanyId_CommunityId",
                table: "VisitorSettings",
                columns: new[] { "CompanyId", "CommunityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CompanyId_CommunityId_State_To",
                table: "Visits",
                columns: new[] { "CompanyId", "CommunityId", "State", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CompanyId_OwnerId_RegisteredAt",
                table: "Visits",
                columns: new[] { "CompanyId", "OwnerId", "RegisteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CompanyId_PassCode",
                table: "Visits",
                columns: new[] { "CompanyId", "PassCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CompanyId_RequestId",
                table: "Visits",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CompanyId_UnitId",
                table: "Visits",
                columns: new[] { "CompanyId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherExports_CompanyId_CommunityId",
                table: "VoucherExports",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherExports_CompanyId_Month_Scope_Number",
                table: "VoucherExports",
                columns: new[] { "CompanyId", "Month", "Scope", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoucherFiles_CompanyId_ExportId_Format",
                table: "VoucherFiles",
                columns: new[] { "CompanyId", "ExportId", "Format" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoucherRules_CompanyId_Kind",
                table: "VoucherRules",
                columns: new[] { "CompanyId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WatchEntries_CompanyId_CommunityId",
                table: "WatchEntries",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchEntries_CompanyId_RequestId",
                table: "WatchEntries",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_CommunityId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_FromId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "FromId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_Number",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_RequestId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_State_DueOn",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_TicketId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "TicketId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_ToId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "ToId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_CompanyId_UnitId",
                table: "WorkOrders",
                columns: new[] { "CompanyId", "UnitId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountSubjects");

            migrationBuilder.DropTable(
                name: "Allocations");

            migrationBuilder.DropTable(
                name: "ApprovalLimits");

            migrationBuilder.DropTable(
                name: "ArrearsNotes");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AssetCounts");

            migrationBuilder.DropTable(
                name: "AssetFailures");

            migrationBuilder.DropTable(
                name: "AuditAlarms");

            migrationBuilder.DropTable(
                name: "BillCredits");

            migrationBuilder.DropTable(
                name: "BillOmissions");

            migrationBuilder.DropTable(
                name: "BillOpenings");

            migrationBuilder.DropTable(
                name: "BillSums");

            migrationBuilder.DropTable(
                name: "CallReturns");

            migrationBuilder.DropTable(
                name: "ChannelAccounts");

            migrationBuilder.DropTable(
                name: "ChannelCases");

            migrationBuilder.DropTable(
                name: "ChannelNotices");

            migrationBuilder.DropTable(
                name: "ChannelOrderBill");

            migrationBuilder.DropTable(
                name: "CommunityAuxiliaries");

            migrationBuilder.DropTable(
                name: "CorrectionLines");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DataRequests");

            migrationBuilder.DropTable(
                name: "DebitLineBills");

            migrationBuilder.DropTable(
                name: "DeliveryEvents");

            migrationBuilder.DropTable(
                name: "DeliveryGates");

            migrationBuilder.DropTable(
                name: "DeliveryPreferences");

            migrationBuilder.DropTable(
                name: "DeliverySettings");

            migrationBuilder.DropTable(
                name: "DeliveryTemplates");

            migrationBuilder.DropTable(
                name: "DemandedBills");

            migrationBuilder.DropTable(
                name: "DepartmentMembers");

            migrationBuilder.DropTable(
                name: "DepositEntries");

            migrationBuilder.DropTable(
                name: "DifferencePostings");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropTable(
                name: "DunningCalls");

            migrationBuilder.DropTable(
                name: "DunningLadders");

            migrationBuilder.DropTable(
                name: "DunningSteps");

            migrationBuilder.DropTable(
                name: "EventCheckIns");

            migrationBuilder.DropTable(
                name: "EventPhotos");

            migrationBuilder.DropTable(
                name: "HouseholdMembers");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "IncidentSteps");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "InvoiceRequests");

            migrationBuilder.DropTable(
                name: "ItemSubjects");

            migrationBuilder.DropTable(
                name: "JournalLines");

            migrationBuilder.DropTable(
                name: "LeaseItem");

            migrationBuilder.DropTable(
                name: "LetterProofs");

            migrationBuilder.DropTable(
                name: "LoginContacts");

            migrationBuilder.DropTable(
                name: "LoginSessions");

            migrationBuilder.DropTable(
                name: "MailAccounts");

            migrationBuilder.DropTable(
                name: "MasterReadings");

            migrationBuilder.DropTable(
                name: "MembershipCommunity");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "MeterChanges");

            migrationBuilder.DropTable(
                name: "NoticeEvents");

            migrationBuilder.DropTable(
                name: "NoticeFiles");

            migrationBuilder.DropTable(
                name: "NoticeReads");

            migrationBuilder.DropTable(
                name: "NoticeRecipients");

            migrationBuilder.DropTable(
                name: "NoticeVersions");

            migrationBuilder.DropTable(
                name: "OfficeDays");

            migrationBuilder.DropTable(
                name: "OfficeHours");

            migrationBuilder.DropTable(
                name: "OneTimeCodes");

            migrationBuilder.DropTable(
                name: "OrderFiles");

            migrationBuilder.DropTable(
                name: "OwnerChanges");

            migrationBuilder.DropTable(
                name: "OwnerDocuments");

            migrationBuilder.DropTable(
                name: "OwnerNotes");

            migrationBuilder.DropTable(
                name: "Ownerships");

            migrationBuilder.DropTable(
                name: "OwnerTaggings");

            migrationBuilder.DropTable(
                name: "PartnerAgreements");

            migrationBuilder.DropTable(
                name: "PartnerContacts");

            migrationBuilder.DropTable(
                name: "PartnerDates");

            migrationBuilder.DropTable(
                name: "PartnerEntries");

            migrationBuilder.DropTable(
                name: "PatrolFindings");

            migrationBuilder.DropTable(
                name: "PaymentTenders");

            migrationBuilder.DropTable(
                name: "PeriodClosings");

            migrationBuilder.DropTable(
                name: "Pets");

            migrationBuilder.DropTable(
                name: "PromisedBills");

            migrationBuilder.DropTable(
                name: "PurseConsents");

            migrationBuilder.DropTable(
                name: "PurseReleases");

            migrationBuilder.DropTable(
                name: "PurseUses");

            migrationBuilder.DropTable(
                name: "ReadingCorrections");

            migrationBuilder.DropTable(
                name: "ReceiptBooks");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "RoundPapers");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "SharedReadings");

            migrationBuilder.DropTable(
                name: "SmsAccounts");

            migrationBuilder.DropTable(
                name: "StatementLayouts");

            migrationBuilder.DropTable(
                name: "SurveyFollowUps");

            migrationBuilder.DropTable(
                name: "SurveyReplies");

            migrationBuilder.DropTable(
                name: "TariffVersions");

            migrationBuilder.DropTable(
                name: "TaskChecks");

            migrationBuilder.DropTable(
                name: "TicketParts");

            migrationBuilder.DropTable(
                name: "TicketPhotos");

            migrationBuilder.DropTable(
                name: "TicketSteps");

            migrationBuilder.DropTable(
                name: "UnitAreas");

            migrationBuilder.DropTable(
                name: "UnitEvents");

            migrationBuilder.DropTable(
                name: "Vacancies");

            migrationBuilder.DropTable(
                name: "ViewRecipients");

            migrationBuilder.DropTable(
                name: "VisitorSettings");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "VoucherFiles");

            migrationBuilder.DropTable(
                name: "VoucherRules");

            migrationBuilder.DropTable(
                name: "WatchEntries");

            migrationBuilder.DropTable(
                name: "PurseEntries");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "ChannelOrders");

            migrationBuilder.DropTable(
                name: "DebitLines");

            migrationBuilder.DropTable(
                name: "Deposits");

            migrationBuilder.DropTable(
                name: "ReconciliationItems");

            migrationBuilder.DropTable(
                name: "CorrectionRequests");

            migrationBuilder.DropTable(
                name: "LateFeeFreezes");

            migrationBuilder.DropTable(
                name: "EventSignUps");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "JournalEntries");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "DemandLetters");

            migrationBuilder.DropTable(
                name: "MasterMeters");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "OwnerMerges");

            migrationBuilder.DropTable(
                name: "OrderSteps");

            migrationBuilder.DropTable(
                name: "OwnerTags");

            migrationBuilder.DropTable(
                name: "Partners");

            migrationBuilder.DropTable(
                name: "PatrolStops");

            migrationBuilder.DropTable(
                name: "PaymentPromises");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropTable(
                name: "RoundStops");

            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "MaintenanceTasks");

            migrationBuilder.DropTable(
                name: "ReportViews");

            migrationBuilder.DropTable(
                name: "VoucherExports");

            migrationBuilder.DropTable(
                name: "ArticleVersions");

            migrationBuilder.DropTable(
                name: "Purses");

            migrationBuilder.DropTable(
                name: "DebitReturns");

            migrationBuilder.DropTable(
                name: "Mandates");

            migrationBuilder.DropTable(
                name: "BankDeposits");

            migrationBuilder.DropTable(
                name: "ReconciledDays");

            migrationBuilder.DropTable(
                name: "BillLines");

            migrationBuilder.DropTable(
                name: "CommunityEvents");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "DunningContacts");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "WorkOrders");

            migrationBuilder.DropTable(
                name: "Patrols");

            migrationBuilder.DropTable(
                name: "RouteStops");

            migrationBuilder.DropTable(
                name: "PrintRounds");

            migrationBuilder.DropTable(
                name: "SurveyInvitations");

            migrationBuilder.DropTable(
                name: "MaintenancePlans");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Articles");

            migrationBuilder.DropTable(
                name: "DebitBatches");

            migrationBuilder.DropTable(
                name: "ChargeAssignments");

            migrationBuilder.DropTable(
                name: "Shifts");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "PatrolRoutes");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Surveys");

            migrationBuilder.DropTable(
                name: "CallTopics");

            migrationBuilder.DropTable(
                name: "DebitLayouts");

            migrationBuilder.DropTable(
                name: "Meters");

            migrationBuilder.DropTable(
                name: "ParkingUses");

            migrationBuilder.DropTable(
                name: "SharedMeters");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "Bills");

            migrationBuilder.DropTable(
                name: "ReportFiles");

            migrationBuilder.DropTable(
                name: "ParkingSpaces");

            migrationBuilder.DropTable(
                name: "Tariffs");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "TicketCategories");

            migrationBuilder.DropTable(
                name: "BillRuns");

            migrationBuilder.DropTable(
                name: "Owners");

            migrationBuilder.DropTable(
                name: "ChargeItems");

            migrationBuilder.DropTable(
                name: "Departments");

            migrationBuilder.DropTable(
                name: "Units");

            migrationBuilder.DropTable(
                name: "Buildings");

            migrationBuilder.DropTable(
                name: "Communities");

            migrationBuilder.DropTable(
                name: "Companies");
        }
    }
}
