using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>What somebody may do; the roles that may are in <see cref="Permissions"/>.</summary>
public enum Permission
{
    /// <summary>The desk's start page, search, owners, units.</summary>
    ViewDesk,

    /// <summary>Which tags and needs there are; records of one person become one.</summary>
    ManageArchive,

    /// <summary>Needs and requests by tag, building and month, and reaching a group of owners from there.</summary>
    SeeNeeds,

    /// <summary>Record facts about units: owners, handover, renters, areas, vacancy.</summary>
    ChangeUnits,

    TakePayments,

    ViewBills,

    MakeBills,

    /// <summary>Charge items, tariffs, who is charged, parking, common meters.</summary>
    SetCharges,

    /// <summary>Enter readings at the desk or at the meter.</summary>
    ReadMeters,

    /// <summary>Communities, imports.</summary>
    ManageCommunities,

    ViewReports,

    ViewLedger,

    ViewDeliveries,

    /// <summary>Open, assign and follow up tickets.</summary>
    HandleTickets,

    /// <summary>Do tickets: the phone screen of those who work on them.</summary>
    WorkOnTickets,

    /// <summary>Categories, departments and working time.</summary>
    ManageTickets,

    /// <summary>Take calls, call back, and see what is asked.</summary>
    TakeCalls,

    /// <summary>Keeps outside units, and what is agreed with them.</summary>
    KeepPartners,

    /// <summary>Walk patrols: the phone screen of those who are on duty. Which ones is decided patrol by patrol.</summary>
    WalkPatrols,

    /// <summary>The patrols of everybody, and their figures.</summary>
    SeePatrols,

    /// <summary>The routes of patrols, and the labels of their stops.</summary>
    ManagePatrols,

    /// <summary>Ask other departments for something, and answer them. Which orders is decided by the departments of the login.</summary>
    HandleOrders,

    /// <summary>Write the articles that the desk reads out, and what calls are about.</summary>
    WriteKnowledge,

    /// <summary>Look at pictures of tickets; which ones is decided ticket by ticket.</summary>
    SeeTicketPhotos,

    /// <summary>Ask for a waiver or red entry, open a dispute.</summary>
    RequestCorrections,

    /// <summary>Decide requests of others: waivers, red entries, vacancies, bill runs.</summary>
    Approve,

    ManageStaff,

    /// <summary>Call owners about what is overdue, note promises and reasons, write demand letters.</summary>
    CollectArrears,

    /// <summary>Note what an owner says of what is overdue, such as a promise to pay, wherever they say it.</summary>
    NoteArrears,

    /// <summary>Bring papers from door to door.</summary>
    BringPapers,

    /// <summary>Machines: what is due, what was found, failures and repairs.</summary>
    MaintainEquipment,

    /// <summary>The register of machines and the plans of their maintenance.</summary>
    ManageEquipment,

    /// <summary>The gate: visitors in and out, and what looks suspicious.</summary>
    WatchGate,

    /// <summary>Whom the gate looks at twice, and how long visitors' data is kept.</summary>
    ManageGate,

    /// <summary>Mandates, batches and file layouts of bank direct debit.</summary>
    CollectByBank,

    /// <summary>Draft notices.</summary>
    WriteNotices,

    /// <summary>Let notices out, correct and withdraw them.</summary>
    PublishNotices,

    /// <summary>Events: what there is, and the entrance.</summary>
    AttendEvents,

    /// <summary>Draft events, sign households up, photos, what was said.</summary>
    HandleEvents,

    /// <summary>The owner's portal.</summary>
    UsePortal,

    /// <summary>Pay, ask about a line, and ask for an invoice on the portal.</summary>
    ActOnPortal,

    /// <summary>The own personal data, and who of the family may look.</summary>
    ManageOwnData,

    /// <summary>Record invoices that owners asked for.</summary>
    HandleInvoices,

    /// <summary>Answer owners who ask to have their data corrected or deleted.</summary>
    HandleDataRequests,

    /// <summary>Open the bill that a printed code leads to: owners their own, staff on the desk's page.</summary>
    FollowBillCode,
}
